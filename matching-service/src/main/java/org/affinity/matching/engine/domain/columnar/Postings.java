package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;

/**
 * The rows of a segment by word; never changed.
 *
 * @param words numbers of the words that occur, ascending
 * @param starts where each word's rows begin, and the end of the last
 * @param rows ascending for each word
 */
@SuppressWarnings("ArrayRecordComponent")
record Postings(int[] words, int[] starts, char[] rows) {

    static final Postings NONE = new Postings(new int[0], new int[1], new char[0]);

    /** From pairs of word and row, the word in the high half; sorts them. */
    static Postings of(long[] pairs, int count) {
        Arrays.sort(pairs, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || pairs[i] >>> 32 != pairs[i - 1] >>> 32) {
                distinct++;
            }
        }
        int[] words = new int[distinct];
        int[] starts = new int[distinct + 1];
        char[] rows = new char[count];
        int word = -1;
        for (int i = 0; i < count; i++) {
            if (i == 0 || pairs[i] >>> 32 != pairs[i - 1] >>> 32) {
                words[++word] = (int) (pairs[i] >>> 32);
                starts[word] = i;
            }
            rows[i] = (char) pairs[i];
        }
        starts[distinct] = count;
        return new Postings(words, starts, rows);
    }

    /** The place of a word, negative when no row has it. */
    int find(int word) {
        return Arrays.binarySearch(words, word);
    }

    long bytes() {
        return 4L * words.length + 4L * starts.length + 2L * rows.length;
    }
}
