package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;

/** Rows that have at least one of some words. */
final class WordFilter extends Filter {

    private final int[] words;
    private final long[] found = new long[Segment.BLOCKS];

    /** By the words' numbers; those that no row ever had need not be there. */
    WordFilter(int[] words) {
        this.words = words;
    }

    @Override
    Extent extent(Segment segment) {
        return words.length == 0 ? Extent.NONE : Extent.SOME;
    }

    @Override
    void retain(Segment segment, long[] rows, int offset) {
        Arrays.fill(found, 0);
        Postings postings = segment.postings;
        for (int word : words) {
            int place = postings.find(word);
            if (place >= 0) {
                for (int i = postings.starts()[place]; i < postings.starts()[place + 1]; i++) {
                    int row = postings.rows()[i];
                    found[row / Segment.BLOCK] |= 1L << row;
                }
            }
        }
        for (int block = 0; block < Segment.BLOCKS; block++) {
            long recent = segment.recent[block] & rows[offset + block];
            long bits = found[block] & ~segment.recent[block];
            for (; recent != 0; recent &= recent - 1) {
                int bit = Long.numberOfTrailingZeros(recent);
                if (hasAny(segment.recentWords[block * Segment.BLOCK + bit])) {
                    bits |= 1L << bit;
                }
            }
            rows[offset + block] &= bits;
        }
    }

    private boolean hasAny(int[] row) {
        for (int word : words) {
            if (Arrays.binarySearch(row, word) >= 0) {
                return true;
            }
        }
        return false;
    }
}
