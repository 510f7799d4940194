package org.affinity.profile.taxonomy.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The taxonomies that this service knows, read once from its resources. */
public final class Taxonomies {

    private static final String IAB = "© IAB Technology Laboratory, Creative Commons Attribution 3.0"
            + " (https://creativecommons.org/licenses/by/3.0/),"
            + " https://github.com/InteractiveAdvertisingBureau/Taxonomies";

    /** What content is about: niches of creators. */
    public static final Taxonomy CONTENT = read("iab-content-3.1", "IAB Content Taxonomy 3.1", IAB);

    /** What is advertised: sectors of brands. */
    public static final Taxonomy AD_PRODUCT = read("iab-ad-product-2.0", "IAB Ad Product Taxonomy 2.0", IAB);

    /** What volunteers are called for. Has no cause by which health, belief or opinion of a person could be told. */
    public static final Taxonomy CAUSES = read("causes-1", "Causes 1", "Part of Affinity, Apache License 2.0");

    private static final List<Taxonomy> ALL = List.of(CONTENT, AD_PRODUCT, CAUSES);

    private Taxonomies() {}

    /** Every taxonomy. */
    public static List<Taxonomy> all() {
        return ALL;
    }

    /** The taxonomy of that id. */
    public static Optional<Taxonomy> find(String taxonomyId) {
        return ALL.stream().filter(one -> one.id().equals(taxonomyId)).findFirst();
    }

    private static Taxonomy read(String id, String title, String attribution) {
        Set<String> sensitive = Table.read("sensitive.tsv").stream()
                .filter(row -> row.getFirst().equals(id))
                .map(row -> row.get(1))
                .collect(Collectors.toSet());
        return Taxonomy.of(id, title, attribution, org.affinity.kit.code.Taxonomy.of(id), sensitive);
    }
}
