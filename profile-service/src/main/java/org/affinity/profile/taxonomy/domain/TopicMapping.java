package org.affinity.profile.taxonomy.domain;

import java.util.Optional;
import java.util.function.Predicate;

/** Finds the content category of a free topic, as all services do; but no topic leads to a sensitive category. */
public final class TopicMapping {

    private TopicMapping() {}

    /** The id of the category that a topic names. */
    public static Optional<String> categoryOf(String topic) {
        return org.affinity.kit.code.Taxonomy.CONTENT
                .named(topic)
                .flatMap(Taxonomies.CONTENT::find)
                .filter(Predicate.not(Category::sensitive))
                .map(Category::id);
    }
}
