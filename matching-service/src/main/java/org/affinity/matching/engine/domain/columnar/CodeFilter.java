package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.affinity.matching.engine.domain.Predicate;

/** Rows whose code is in a set. */
final class CodeFilter extends Filter {

    /** More ranges than these cost more than to look every code up. */
    private static final int MOST_RANGES = 2;

    /** Blocks of a segment that must be asked for before all of them are looked at, and kept. */
    private static final int WORTH_KEEPING = 40;

    private final int column;
    private final CodeSet set;
    private final Kernel kernel;

    private final Predicate.CodeIn predicate;
    private final FilterCache cache;
    private AtomicReferenceArray<FilterCache.Rows> cached;

    CodeFilter(Predicate.CodeIn predicate, FilterCache cache, Kernel kernel) {
        column = predicate.column();
        set = CodeSet.of(predicate.allowed());
        this.predicate = predicate;
        this.cache = cache;
        this.kernel = kernel;
    }

    @Override
    Extent extent(Segment segment) {
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
    void retain(Segment segment, long[] rows, int offset) {
        int blocks = 0;
        for (int block = 0; block < Segment.BLOCKS; block++) {
            blocks += rows[offset + block] == 0 ? 0 : 1;
        }
        if (blocks < WORTH_KEEPING) {
            look(segment, rows, offset);
            return;
        }
        if (cached == null) {
            cached = cache.of(predicate);
        }
        if (segment.number >= cached.length()) {
            look(segment, rows, offset);
            return;
        }
        long[] bits = bits(segment);
        for (int block = 0; block < Segment.BLOCKS; block++) {
            rows[offset + block] &= bits[block];
        }
    }

    private long[] bits(Segment segment) {
        int changes = segment.changes[column];
        FilterCache.Rows known = cached.get(segment.number);
        if (known != null && known.changes() == changes) {
            return known.bits();
        }
        int sequence = segment.sequence();
        changes = segment.changes[column];
        long[] bits = new long[Segment.BLOCKS];
        Arrays.fill(bits, -1);
        look(segment, bits, 0);
        if ((sequence & 1) == 0 && segment.isAt(sequence)) {
            cached.set(segment.number, new FilterCache.Rows(changes, bits));
        }
        return bits;
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
        long passed = set.has(chunk[offset + 1] & 0xFF) ? -1 : 0;
        int end = offset + 2 + 2 * chunk[offset];
        for (int place = offset + 2; place < end; place += 2) {
            long bit = 1L << chunk[place];
            passed = set.has(chunk[place + 1] & 0xFF) ? passed | bit : passed & ~bit;
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
