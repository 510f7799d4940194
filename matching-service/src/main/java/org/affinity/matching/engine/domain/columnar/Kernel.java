package org.affinity.matching.engine.domain.columnar;

/**
 * The loops over one block of {@value Segment#BLOCK} rows in which a search spends its time. Every kernel gives the
 * same numbers; they differ in speed only.
 */
public interface Kernel {

    /** What it is, for reports. */
    String name();

    /** Adds {@code factor * code + constant} to each sum. */
    void addLinear(int[] sums, byte[] codes, int offset, int factor, int constant);

    /** The same, but adds {@code unknown} where the code is 0. */
    void addLinear(int[] sums, byte[] codes, int offset, int factor, int constant, int unknown);

    /** A bit for each code (unsigned) from first to last, both included. */
    long codesBetween(byte[] codes, int offset, int first, int last);

    /**
     * A bit for each code of a set.
     *
     * @param set 256 bits, the first eight in the first byte; 64 bytes long
     */
    long codesIn(byte[] codes, int offset, byte[] set);

    /** A bit for each number from min to max, both included. */
    long numbersBetween(int[] numbers, int offset, int min, int max);

    /** A bit for each sum that reaches the threshold. */
    long atLeast(int[] sums, int threshold);
}
