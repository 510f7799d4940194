package org.affinity.profile.taxonomy.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A tree of categories that creators and brands are described by, as it is published; never changes under its id. */
public final class Taxonomy {

    private final String id;
    private final String title;
    private final String attribution;
    private final Map<String, Category> categories = new LinkedHashMap<>();

    private Taxonomy(String id, String title, String attribution) {
        this.id = id;
        this.title = title;
        this.attribution = attribution;
    }

    /**
     * Describes the categories of a tree.
     *
     * @param sensitiveRoots categories that are sensitive with everything below them
     */
    static Taxonomy of(
            String id,
            String title,
            String attribution,
            org.affinity.kit.code.Taxonomy tree,
            Set<String> sensitiveRoots) {
        var taxonomy = new Taxonomy(id, title, attribution);
        tree.ids().forEach(categoryId -> {
            List<String> upwards = List.copyOf(tree.lineage(categoryId));
            taxonomy.categories.put(
                    categoryId,
                    new Category(
                            categoryId,
                            upwards.size() == 1 ? null : upwards.get(1),
                            tree.nameOf(categoryId),
                            upwards.reversed().stream().map(tree::nameOf).toList(),
                            !Collections.disjoint(upwards, sensitiveRoots)));
        });
        return taxonomy;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** Whose work it is and under which licence. */
    public String attribution() {
        return attribution;
    }

    /** Every category, in the order of the source. */
    public Collection<Category> categories() {
        return List.copyOf(categories.values());
    }

    /** The category of that id. */
    public Optional<Category> find(String categoryId) {
        return Optional.ofNullable(categories.get(categoryId));
    }

    /** The categories right below one, or at the top when it is null. */
    public List<Category> childrenOf(String categoryId) {
        return categories.values().stream()
                .filter(category ->
                        categoryId == null ? category.parentId() == null : categoryId.equals(category.parentId()))
                .toList();
    }

    /** The categories with this text in their path, and right below this category; null does not filter. */
    public List<Category> search(String text, String parentId) {
        String wanted = text == null ? "" : text.toLowerCase(Locale.ROOT);
        return categories.values().stream()
                .filter(category -> parentId == null || parentId.equals(category.parentId()))
                .filter(category -> String.join("\n", category.path())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
    }
}
