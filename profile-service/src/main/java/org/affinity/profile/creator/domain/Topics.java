package org.affinity.profile.creator.domain;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** Topics are compared in one form: lowercase, single spaces, no repeats, in the order given. */
public final class Topics {

    /** Topics kept per creator. */
    public static final int MAX_TOPICS = 50;

    /** Characters of one topic. */
    public static final int MAX_LENGTH = 80;

    private Topics() {}

    /** The canonical form of these topics; blank ones are left out. */
    public static List<String> canonical(Collection<String> topics) {
        var kept = new LinkedHashSet<String>();
        for (String topic : topics) {
            String canonical = topic.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
            if (!canonical.isEmpty()) {
                kept.add(canonical);
            }
        }
        return List.copyOf(kept);
    }

    /** What is known already, then what is new, up to {@link #MAX_TOPICS}. */
    public static List<String> union(Collection<String> known, Collection<String> added) {
        var all = new LinkedHashSet<>(known);
        all.addAll(canonical(added));
        return all.stream().limit(MAX_TOPICS).toList();
    }
}
