package org.affinity.matching.engine.domain.columnar;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.affinity.matching.engine.domain.Predicate;

/**
 * What is known of rows that have one of some codes, for sets of codes that were asked for before. What is kept of a
 * segment holds until a code of that column changes in it; changes of other columns do not matter.
 */
final class FilterCache {

    /** Sets in each of two generations. */
    private static final int MOST_SETS = 512;
    /** Those of them whose rows are kept: 8 bytes per row when all are filled. */
    private static final int MOST_WITH_ROWS = 64;

    private final int segments;
    private int withRows;
    private volatile Map<Predicate.CodeIn, Known> sets = new ConcurrentHashMap<>();
    /** Those that were asked for before the others were. */
    private volatile Map<Predicate.CodeIn, Known> formerSets = Map.of();

    /** What is known of one set, by segment. */
    static final class Known {

        /** How often the codes that occur in the segment have changed, times four, plus what is certain, plus one. */
        final AtomicLongArray extents;

        /** Null until rows were asked for. */
        private volatile AtomicReferenceArray<Rows> rows;

        private Known(int segments) {
            extents = new AtomicLongArray(segments);
        }
    }

    /**
     * Rows of a segment.
     *
     * @param changes of the column in the segment when they were found
     * @param memberships of the segment when entries were counted
     * @param entries that have one of the rows
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Rows(int changes, long[] bits, int memberships, int entries) {

        /** Whether rows and entries are those of now. */
        boolean areCountedOf(Segment segment, int column) {
            return changes == segment.changes[column] && memberships == segment.memberships;
        }
    }

    /** For so many segments; those that come later are not kept. */
    FilterCache(int segments) {
        this.segments = segments;
    }

    /** What is known of a set, to be added to. */
    Known of(Predicate.CodeIn predicate) {
        Known known = sets.get(predicate);
        return known == null ? remember(predicate) : known;
    }

    private synchronized Known remember(Predicate.CodeIn predicate) {
        if (sets.size() >= MOST_SETS) {
            formerSets = sets;
            sets = new ConcurrentHashMap<>();
            withRows = 0;
        }
        Known former = formerSets.get(predicate);
        return sets.computeIfAbsent(predicate, _ -> former == null ? new Known(segments) : former);
    }

    /** Where rows of a set are kept; without any place when rows of too many others are. */
    AtomicReferenceArray<Rows> rows(Known known) {
        AtomicReferenceArray<Rows> rows = known.rows;
        return rows == null ? keepRows(known) : rows;
    }

    private synchronized AtomicReferenceArray<Rows> keepRows(Known known) {
        if (known.rows == null) {
            known.rows = new AtomicReferenceArray<>(withRows++ < MOST_WITH_ROWS ? segments : 0);
        }
        return known.rows;
    }

    long bytes() {
        return bytes(sets) + bytes(formerSets);
    }

    private static long bytes(Map<Predicate.CodeIn, Known> sets) {
        long bytes = 0;
        for (Known known : sets.values()) {
            bytes += 8L * known.extents.length();
            AtomicReferenceArray<Rows> rows = known.rows;
            for (int number = 0; rows != null && number < rows.length(); number++) {
                bytes += 4 + (rows.get(number) == null ? 0 : 8L * Segment.BLOCKS + 48);
            }
        }
        return bytes;
    }
}
