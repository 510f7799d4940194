package org.affinity.matching.engine.domain.columnar;

/** Loops that run on every machine; the compiler of the virtual machine turns some of them into vector code. */
public final class PlainKernel implements Kernel {

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public void addLinear(int[] sums, byte[] codes, int offset, int factor, int constant) {
        for (int i = 0; i < Segment.BLOCK; i++) {
            sums[i] += factor * (codes[offset + i] & 0xFF) + constant;
        }
    }

    @Override
    public void addLinear(int[] sums, byte[] codes, int offset, int factor, int constant, int unknown) {
        for (int i = 0; i < Segment.BLOCK; i++) {
            int code = codes[offset + i] & 0xFF;
            sums[i] += code == 0 ? unknown : factor * code + constant;
        }
    }

    @Override
    public long codesBetween(byte[] codes, int offset, int first, int last) {
        long bits = 0;
        for (int i = 0; i < Segment.BLOCK; i++) {
            int code = codes[offset + i] & 0xFF;
            // Both differences are negative outside of the range: no branch, whatever the codes are.
            bits |= (long) (~((code - first) | (last - code)) >>> 31) << i;
        }
        return bits;
    }

    @Override
    public long codesIn(byte[] codes, int offset, byte[] set) {
        long bits = 0;
        for (int i = 0; i < Segment.BLOCK; i++) {
            int code = codes[offset + i] & 0xFF;
            bits |= (set[code >>> 3] >>> (code & 7) & 1L) << i;
        }
        return bits;
    }

    @Override
    public long numbersBetween(int[] numbers, int offset, int min, int max) {
        long bits = 0;
        for (int i = 0; i < Segment.BLOCK; i++) {
            int number = numbers[offset + i];
            bits |= (number >= min && number <= max ? 1L : 0L) << i;
        }
        return bits;
    }

    @Override
    public long atLeast(int[] sums, int threshold) {
        long bits = 0;
        for (int i = 0; i < Segment.BLOCK; i++) {
            bits |= (sums[i] >= threshold ? 1L : 0L) << i;
        }
        return bits;
    }
}
