package org.affinity.matching.engine.domain;

import java.util.List;
import java.util.Set;

/**
 * One account of a creator at one price, as the engine sees it; never changed once made.
 *
 * @param codes one unsigned byte per column of codes
 * @param numbers one per column of numbers
 * @param keywords one set per keyword set of the schema
 */
@SuppressWarnings("ArrayRecordComponent") // Read millions of times; compared by nobody.
public record Row(byte[] codes, int[] numbers, List<Set<String>> keywords) {

    /** The code (unsigned) of what nobody knows. */
    public static final int UNKNOWN_CODE = 255;

    /** The highest level: a share or a signal's value of 1. */
    public static final int HIGHEST_LEVEL = 250;

    /** The number that nobody knows; smaller than all others. */
    public static final int UNKNOWN_NUMBER = Integer.MIN_VALUE;

    public Row {
        keywords = keywords.stream().map(Set::copyOf).toList();
    }

    /** The code in a column, 0 to 255. */
    public int code(int column) {
        return Byte.toUnsignedInt(codes[column]);
    }
}
