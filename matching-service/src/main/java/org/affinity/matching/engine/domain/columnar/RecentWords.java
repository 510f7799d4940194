package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;

/**
 * Words of rows that were written of late lie by row, beside the postings. Searches look such rows through one by one,
 * so there are few of them: when they are many, the postings take their words over.
 */
final class RecentWords {

    /** Taking them over costs as much as some thousand rows, looking through so many as much as a word's postings. */
    static final int MOST_ROWS = 64;

    private long[] pairs = new long[0];

    /** Takes the words of recent rows over if they are many; the caller sees to it that nobody else writes. */
    void settle(Segment segment) {
        if (segment.recentRows < MOST_ROWS) {
            return;
        }
        int count = 0;
        for (int block = 0; block < Segment.BLOCKS; block++) {
            for (long left = segment.recent[block] & segment.live[block]; left != 0; left &= left - 1) {
                int row = block * Segment.BLOCK + Long.numberOfTrailingZeros(left);
                int[] words = segment.recentWords[row];
                if (count + words.length > pairs.length) {
                    pairs = Arrays.copyOf(pairs, 2 * (count + words.length));
                }
                for (int word : words) {
                    pairs[count++] = (long) word << 32 | row;
                }
            }
        }
        Postings settled = segment.postings.without(segment.recent).and(Postings.of(pairs, count));
        segment.beginWrite();
        try {
            segment.postings = settled;
            Arrays.fill(segment.recent, 0);
            segment.recentWords = null;
            segment.recentRows = 0;
        } finally {
            segment.endWrite();
        }
    }
}
