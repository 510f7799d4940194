package org.affinity.matching.engine.domain.columnar;

/** Rows whose code is in a set. */
final class CodeFilter extends Filter {

    /** More ranges than these cost more than to look every code up. */
    private static final int MOST_RANGES = 2;

    private final int column;
    private final CodeSet set;
    private final Kernel kernel;

    CodeFilter(int column, CodeSet set, Kernel kernel) {
        this.column = column;
        this.set = set;
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
        for (int block = 0; block < Segment.BLOCKS; block++) {
            if (rows[offset + block] == 0) {
                continue;
            }
            int chunk = segment.directory[block * segment.columns + column];
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
