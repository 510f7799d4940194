package org.affinity.matching.engine.domain.columnar;

import java.util.BitSet;

/**
 * A set of codes as they are stored (plus one, unknown first), also as the fewest ranges.
 *
 * @param bits 256 bits
 * @param bytes the same, as kernels take them
 * @param starts first code of each range; the ranges are those of the set, or of what is not in it when negated
 */
@SuppressWarnings("ArrayRecordComponent")
record CodeSet(long[] bits, byte[] bytes, int[] starts, int[] ends, boolean negated) {

    private static final int CODES = 256;

    static CodeSet of(BitSet allowed) {
        BitSet stored = new BitSet(CODES);
        for (int code = allowed.nextSetBit(0); code >= 0 && code < CODES; code = allowed.nextSetBit(code + 1)) {
            stored.set((code + 1) % CODES);
        }
        BitSet others = (BitSet) stored.clone();
        others.flip(0, CODES);
        boolean negated = ranges(others) < ranges(stored);
        BitSet ranged = negated ? others : stored;
        int[] starts = new int[ranges(ranged)];
        int[] ends = new int[starts.length];
        int range = 0;
        for (int start = ranged.nextSetBit(0); start >= 0; start = ranged.nextSetBit(ends[range++] + 1)) {
            starts[range] = start;
            ends[range] = ranged.nextClearBit(start) - 1;
        }
        long[] words = new long[CODES / Long.SIZE];
        System.arraycopy(stored.toLongArray(), 0, words, 0, stored.toLongArray().length);
        byte[] bytes = new byte[Segment.BLOCK];
        System.arraycopy(stored.toByteArray(), 0, bytes, 0, stored.toByteArray().length);
        return new CodeSet(words, bytes, starts, ends, negated);
    }

    boolean has(int code) {
        return (bits[code >>> 6] >>> code & 1) != 0;
    }

    private static int ranges(BitSet set) {
        int ranges = 0;
        for (int start = set.nextSetBit(0); start >= 0; start = set.nextSetBit(set.nextClearBit(start))) {
            ranges++;
        }
        return ranges;
    }
}
