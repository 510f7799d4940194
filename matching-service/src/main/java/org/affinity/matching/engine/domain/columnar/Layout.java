package org.affinity.matching.engine.domain.columnar;

import java.util.List;

/**
 * In which order entries are best laid out: those that tend to be wanted together lie together, so that whole segments
 * and blocks can be passed over. It has no influence on answers.
 *
 * @param keys what entries are sorted by, by their first row; the most telling first
 */
public record Layout(List<Key> keys) {

    /** In the order of arrival. */
    public static final Layout NONE = new Layout(List.of());

    public Layout {
        keys = List.copyOf(keys);
    }

    /**
     * A column of codes to sort by.
     *
     * @param shift how many of the lowest bits do not matter, 0 to 7
     */
    public record Key(int column, int shift) {}
}
