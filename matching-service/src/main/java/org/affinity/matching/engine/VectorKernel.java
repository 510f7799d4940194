package org.affinity.matching.engine;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.affinity.matching.engine.domain.columnar.Kernel;

/**
 * The same loops in explicit vector code. Each one is small enough for the compiler to keep its vectors in registers:
 * in larger methods it makes objects of them, and the loop several times slower.
 */
final class VectorKernel implements Kernel {

    private static final int BLOCK = 64;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final int INT_LANES = INTS.length();
    private static final VectorSpecies<Byte> WIDE = ByteVector.SPECIES_PREFERRED;
    private static final int WIDE_LANES = WIDE.length();
    /** As many bytes as there are ints in a vector; 64 bits at least. */
    private static final VectorSpecies<Byte> NARROW =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, INT_LANES * 8)));

    /** 1 shifted by the place. */
    private static final byte[] BITS = new byte[BLOCK];

    static {
        for (int bit = 0; bit < 8; bit++) {
            BITS[bit] = (byte) (1 << bit);
        }
    }

    /** Whether this machine's vectors are wide enough to be worth it. */
    static boolean isWorthIt() {
        return INT_LANES >= 8;
    }

    @Override
    public String name() {
        return "vectors of " + WIDE.vectorBitSize() + " bits";
    }

    @Override
    public void addLinear(int[] sums, byte[] codes, int offset, int factor, int constant) {
        for (int i = 0; i < BLOCK; i += INT_LANES) {
            IntVector code = (IntVector) ByteVector.fromArray(NARROW, codes, offset + i)
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, 0);
            IntVector.fromArray(INTS, sums, i)
                    .add(code.mul(factor).add(constant))
                    .intoArray(sums, i);
        }
    }

    @Override
    public void addLinear(int[] sums, byte[] codes, int offset, int factor, int constant, int unknown) {
        for (int i = 0; i < BLOCK; i += INT_LANES) {
            IntVector code = (IntVector) ByteVector.fromArray(NARROW, codes, offset + i)
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, 0);
            VectorMask<Integer> isUnknown = code.compare(VectorOperators.EQ, 0);
            IntVector.fromArray(INTS, sums, i)
                    .add(code.mul(factor).add(constant).blend(unknown, isUnknown))
                    .intoArray(sums, i);
        }
    }

    @Override
    public long codesBetween(byte[] codes, int offset, int first, int last) {
        long bits = 0;
        byte span = (byte) (last - first);
        for (int i = 0; i < BLOCK; i += WIDE_LANES) {
            bits |= ByteVector.fromArray(WIDE, codes, offset + i)
                            .sub((byte) first)
                            .compare(VectorOperators.ULE, span)
                            .toLong()
                    << i;
        }
        return bits;
    }

    @Override
    public long codesIn(byte[] codes, int offset, byte[] set) {
        long bits = 0;
        ByteVector bytes = ByteVector.fromArray(WIDE, set, 0);
        ByteVector ofByte = ByteVector.fromArray(WIDE, BITS, 0);
        for (int i = 0; i < BLOCK; i += WIDE_LANES) {
            ByteVector code = ByteVector.fromArray(WIDE, codes, offset + i);
            ByteVector found = code.lanewise(VectorOperators.LSHR, 3).selectFrom(bytes);
            ByteVector wanted = code.and((byte) 7).selectFrom(ofByte);
            bits |= found.and(wanted).compare(VectorOperators.NE, 0).toLong() << i;
        }
        return bits;
    }

    @Override
    public long numbersBetween(int[] numbers, int offset, int min, int max) {
        long bits = 0;
        for (int i = 0; i < BLOCK; i += INT_LANES) {
            IntVector number = IntVector.fromArray(INTS, numbers, offset + i);
            bits |= number.compare(VectorOperators.GE, min)
                            .and(number.compare(VectorOperators.LE, max))
                            .toLong()
                    << i;
        }
        return bits;
    }

    @Override
    public long atLeast(int[] sums, int threshold) {
        long bits = 0;
        for (int i = 0; i < BLOCK; i += INT_LANES) {
            bits |= IntVector.fromArray(INTS, sums, i)
                            .compare(VectorOperators.GE, threshold)
                            .toLong()
                    << i;
        }
        return bits;
    }
}
