package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.affinity.matching.engine.domain.Predicate;

/** Rows whose code is in a set. */
final class CodeFilter extends Filter {

    /** By the last two bits of what is kept, from 1 on. */
    private static final List<Extent> EXTENTS = List.of(Extent.NONE, Extent.SOME, Extent.ALL);

    /** More ranges than these cost more than to look every code up. */
    private static final int MOST_RANGES = 2;

    /** Rows that must be asked for before all of a segment are looked at, and kept. */
    private static final int WORTH_KEEPING = Segment.ROWS / 8;
    /** The same where they change so often that they are of no use to the next search. */
    private static final int WORTH_LOOKING_AT_ALL = Segment.ROWS * 15 / 16;

    private final int column;
    private final CodeSet set;
    private final Kernel kernel;

    private final FilterCache cache;
    private final FilterCache.Known known;
    private AtomicReferenceArray<FilterCache.Rows> kept;

    CodeFilter(Predicate.CodeIn predicate, FilterCache cache, Kernel kernel) {
        column = predicate.column();
        known = cache.of(predicate);
        set = known.set;
        this.cache = cache;
        this.kernel = kernel;
    }

    @Override
    Extent extent(Segment segment) {
        if (segment.number >= known.extents.length()) {
            return found(segment);
        }
        long state = known.extents.get(segment.number);
        if (state >>> 2 == Integer.toUnsignedLong(segment.presenceChanges) && state != 0) {
            return EXTENTS.get((int) (state & 3) - 1);
        }
        int sequence = segment.sequence();
        long changes = Integer.toUnsignedLong(segment.presenceChanges);
        Extent found = found(segment);
        if (segment.isAt(sequence) && (sequence & 1) == 0) {
            known.extents.set(segment.number, changes << 2 | EXTENTS.indexOf(found) + 1);
        }
        return found;
    }

    private Extent found(Segment segment) {
        long inside = 0;
        long outside = 0;
        for (int word = 0; word < 4; word++) {
            long present = segment.presence[column * 4 + word];
            inside |= present & set.bits()[word];
            outside |= present & ~set.bits()[word];
        }
        if (inside == 0) {
            return Extent.NONE;
        }
        return outside == 0 ? Extent.ALL : Extent.SOME;
    }

    @Override
    int touch(Segment segment) {
        FilterCache.Rows rows = isKept(segment) ? kept.get(segment.number) : null;
        long sum = segment.changes[column];
        if (rows == null) {
            int start = column * Segment.BLOCKS;
            for (int block = 0; block < Segment.BLOCKS; block += LINE / Character.BYTES) {
                sum += segment.chunks[start + block];
            }
        } else {
            for (int block = 0; block < Segment.BLOCKS; block += LINE / Long.BYTES) {
                sum += rows.bits[block];
            }
        }
        return (int) sum;
    }

    @Override
    void retain(Segment segment, long[] rows, int offset) {
        FilterCache.Rows found = isKept(segment) ? rows(segment, rows, offset) : null;
        if (found == null) {
            look(segment, rows, offset);
            return;
        }
        for (int block = 0; block < Segment.BLOCKS; block++) {
            rows[offset + block] &= found.bits[block];
        }
    }

    /**
     * What is kept of a segment, or is worth keeping from now on; null when only the rows asked for are worth a look.
     */
    private FilterCache.Rows rows(Segment segment, long[] rows, int offset) {
        FilterCache.Rows former = kept.get(segment.number);
        int changes = segment.changes[column];
        if (former != null && former.changes == changes) {
            return former;
        }
        int asked = 0;
        for (int block = 0; block < Segment.BLOCKS; block++) {
            asked += Long.bitCount(rows[offset + block]);
        }
        boolean isSettled = former == null || former.hasSettledAt(changes);
        return asked < (isSettled ? WORTH_KEEPING : WORTH_LOOKING_AT_ALL) ? null : keep(segment, former);
    }

    @Override
    int entries(Segment segment) {
        if (!isKept(segment)) {
            return -1;
        }
        FilterCache.Rows rows = kept.get(segment.number);
        return rows != null && rows.areCountedOf(segment, column) ? rows.entries : keep(segment, rows).entries;
    }

    private boolean isKept(Segment segment) {
        if (kept == null) {
            kept = cache.rows(known);
        }
        return segment.number < kept.length();
    }

    /** Finds rows, unless the former ones still hold, and counts entries; kept when nothing was written meanwhile. */
    private FilterCache.Rows keep(Segment segment, FilterCache.Rows former) {
        int sequence = segment.sequence();
        int changes = segment.changes[column];
        int memberships = segment.memberships;
        long[] bits;
        if (former != null && former.changes == changes) {
            bits = former.bits;
        } else {
            bits = new long[Segment.BLOCKS];
            Arrays.fill(bits, -1);
            look(segment, bits, 0);
        }
        long[] live = new long[Segment.BLOCKS];
        for (int block = 0; block < Segment.BLOCKS; block++) {
            live[block] = bits[block] & segment.live[block];
        }
        var found = new FilterCache.Rows(changes, bits, memberships, segment.entriesAmong(live, 0));
        if ((sequence & 1) == 0 && segment.isAt(sequence)) {
            kept.set(segment.number, found);
        }
        return found;
    }

    private void look(Segment segment, long[] rows, int offset) {
        for (int block = 0; block < Segment.BLOCKS; block++) {
            if (rows[offset + block] == 0) {
                continue;
            }
            int chunk = segment.chunks[column * Segment.BLOCKS + block];
            if (chunk < Segment.CONSTANTS) {
                if (!set.has(chunk)) {
                    rows[offset + block] = 0;
                }
            } else if (Segment.isSparse(chunk)) {
                rows[offset + block] &= sparse(segment.sparse, Segment.offset(chunk));
            } else {
                rows[offset + block] &= dense(segment.dense, Segment.offset(chunk));
            }
        }
    }

    private long sparse(byte[] chunk, int offset) {
        long exceptions = SparseChunk.rows(chunk, offset);
        int place = offset + SparseChunk.COMMON;
        long passed = set.has(chunk[place] & 0xFF) ? ~exceptions : 0;
        for (long left = exceptions; left != 0; left &= left - 1) {
            passed |= set.has(chunk[++place] & 0xFF) ? left & -left : 0;
        }
        return passed;
    }

    private long dense(byte[] codes, int offset) {
        if (set.starts().length > MOST_RANGES) {
            return kernel.codesIn(codes, offset, set.bytes());
        }
        long inside = 0;
        for (int range = 0; range < set.starts().length; range++) {
            inside |= kernel.codesBetween(codes, offset, set.starts()[range], set.ends()[range]);
        }
        return set.negated() ? ~inside : inside;
    }
}
