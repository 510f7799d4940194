package org.affinity.matching.engine.domain.columnar;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.affinity.matching.engine.domain.Predicate;

/**
 * Which rows have one of some codes, for sets of codes that were asked for before. What is kept of a segment holds until
 * a code of that column changes in it; changes of other columns do not matter.
 */
final class FilterCache {

    /** Sets that are kept: with all of them filled, 8 bytes per row. */
    private static final int MOST_SETS = 64;

    private final int segments;
    private final Map<Predicate.CodeIn, AtomicReferenceArray<Rows>> sets = new ConcurrentHashMap<>();

    /**
     * Rows of a segment.
     *
     * @param changes of the column in the segment when they were found
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Rows(int changes, long[] bits) {}

    /** For so many segments; those that come later are not kept. */
    FilterCache(int segments) {
        this.segments = segments;
    }

    /** A place for the rows of each segment. */
    AtomicReferenceArray<Rows> of(Predicate.CodeIn predicate) {
        AtomicReferenceArray<Rows> known = sets.get(predicate);
        if (known != null) {
            return known;
        }
        if (sets.size() >= MOST_SETS) {
            sets.keySet().stream().findAny().ifPresent(sets::remove);
        }
        return sets.computeIfAbsent(predicate, _ -> new AtomicReferenceArray<>(segments));
    }

    long bytes() {
        long bytes = 0;
        for (AtomicReferenceArray<Rows> set : sets.values()) {
            bytes += 4L * set.length();
            for (int number = 0; number < set.length(); number++) {
                bytes += set.get(number) == null ? 0 : 8L * Segment.BLOCKS + 40;
            }
        }
        return bytes;
    }
}
