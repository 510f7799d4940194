package org.affinity.matching.engine.domain.columnar;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;
import org.affinity.matching.engine.domain.Predicate;

/**
 * What is known of rows that have one of some codes, for sets of codes that were asked for before. What is kept of a
 * segment holds until a code of that column changes in it; changes of other columns do not matter.
 */
final class FilterCache {

    /** Sets in each of two generations. */
    private static final int MOST_SETS = 512;
    /**
     * Those of them whose rows are kept, the ones asked for most: 12 bytes per row when all are filled, twice that
     * until those of before are forgotten.
     */
    private static final int MOST_WITH_ROWS = 96;

    private static final AtomicReferenceArray<Rows> NONE = new AtomicReferenceArray<>(0);

    private final int segments;
    private int withRows;
    private volatile Map<Predicate.CodeIn, Known> sets = new ConcurrentHashMap<>();
    /** Those that were asked for before the others were. */
    private volatile Map<Predicate.CodeIn, Known> formerSets = Map.of();

    /** What is known of one set, by segment. */
    static final class Known {

        final CodeSet set;
        private final Predicate.CodeIn predicate;
        /** How often it was asked for, by each thread of each search. */
        private final AtomicInteger askings = new AtomicInteger();

        /** How often the codes that occur in the segment have changed, times four, plus what is certain, plus one. */
        final AtomicLongArray extents;

        /** Null until rows were asked for. */
        private volatile AtomicReferenceArray<Rows> rows;

        private Known(Predicate.CodeIn predicate, int segments) {
            this.predicate = predicate;
            this.set = CodeSet.of(predicate.allowed());
            extents = new AtomicLongArray(segments);
        }
    }

    /** Rows of a segment. */
    static final class Rows {

        /** Changes of the column in the segment when they were found. */
        final int changes;

        final long[] bits;
        /** Entries that have one of the rows. */
        final int entries;

        private final int memberships;
        private int changesSeen;

        /** With the memberships of the segment when entries were counted. */
        Rows(int changes, long[] bits, int memberships, int entries) {
            this.changes = changes;
            this.bits = bits;
            this.memberships = memberships;
            this.entries = entries;
            changesSeen = changes;
        }

        /** Whether so many changes had been made when this was asked last: no more seem to come. */
        boolean hasSettledAt(int present) {
            // Several threads may write it; what is lost is one chance to keep rows.
            boolean isSettled = changesSeen == present;
            changesSeen = present;
            return isSettled;
        }

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
        Known found = known == null ? remember(predicate) : known;
        found.askings.incrementAndGet();
        return found;
    }

    private synchronized Known remember(Predicate.CodeIn predicate) {
        Known present = sets.get(predicate);
        if (present != null) {
            return present;
        }
        if (sets.size() >= MOST_SETS) {
            formerSets = sets;
            sets = new ConcurrentHashMap<>();
            withRows = 0;
        }
        Known former = formerSets.get(predicate);
        Known known = former == null ? new Known(predicate, segments) : former;
        if (known.rows != null && withRows < MOST_WITH_ROWS) {
            withRows++;
        } else {
            known.rows = null;
        }
        sets.put(predicate, known);
        return known;
    }

    /** Where rows of a set are kept; without any place when it was asked for but once, or too many others oftener. */
    AtomicReferenceArray<Rows> rows(Known known) {
        AtomicReferenceArray<Rows> rows = known.rows;
        if (rows != null) {
            return rows;
        }
        int askings = known.askings.get();
        // Whether one of the others must make room is looked at now and then.
        return askings > 1 && (askings & (askings - 1)) == 0 ? keepRows(known, askings) : NONE;
    }

    private synchronized AtomicReferenceArray<Rows> keepRows(Known known, int askings) {
        if (!known.equals(sets.get(known.predicate))) {
            // A search has it that began before the others were asked for.
            return NONE;
        }
        if (known.rows == null && withRows == MOST_WITH_ROWS) {
            sets.values().stream()
                    .filter(other -> other.rows != null)
                    .min(Comparator.comparingInt(other -> other.askings.get()))
                    .filter(rarest -> rarest.askings.get() < askings)
                    .ifPresent(rarest -> {
                        rarest.rows = null;
                        withRows--;
                    });
        }
        if (known.rows == null && withRows < MOST_WITH_ROWS) {
            known.rows = new AtomicReferenceArray<>(segments);
            withRows++;
        }
        return known.rows == null ? NONE : known.rows;
    }

    long bytes() {
        // A set that was asked for again is in both.
        return Stream.concat(sets.values().stream(), formerSets.values().stream())
                .distinct()
                .mapToLong(FilterCache::bytes)
                .sum();
    }

    private static long bytes(Known known) {
        long bytes = 8L * known.extents.length();
        AtomicReferenceArray<Rows> rows = known.rows;
        for (int number = 0; rows != null && number < rows.length(); number++) {
            bytes += 4 + (rows.get(number) == null ? 0 : 8L * Segment.BLOCKS + 48);
        }
        return bytes;
    }
}
