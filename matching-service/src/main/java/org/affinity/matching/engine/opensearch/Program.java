package org.affinity.matching.engine.opensearch;

/**
 * Whole numbers in the characters of a text. A script reads one in a step, while a list among its parameters would have
 * to be unboxed. Only characters that JSON leaves as they are and that are no halves of others.
 */
final class Program {

    /** What zero is written as. */
    static final char ZERO = 0x100;

    /** The largest number of one character. */
    static final int LARGEST = 0xCFFF;

    /** The largest number of two characters. */
    static final int LARGEST_PAIR = 0xFFFFFF;

    private static final int BITS = 12;
    private static final int LOW = (1 << BITS) - 1;

    private final StringBuilder text = new StringBuilder();

    /** One character for 0 to {@link #LARGEST}. */
    Program small(int number) {
        require(number >= 0 && number <= LARGEST);
        text.append((char) (ZERO + number));
        return this;
    }

    /** Two characters for 0 to {@link #LARGEST_PAIR}, the higher half first. */
    Program pair(int number) {
        require(number >= 0 && number <= LARGEST_PAIR);
        return small(number >>> BITS).small(number & LOW);
    }

    /** Three characters for any number, the highest part first. */
    Program any(int number) {
        return small(number >>> (2 * BITS)).small((number >>> BITS) & LOW).small(number & LOW);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("the plan has numbers that are too large for this engine");
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
