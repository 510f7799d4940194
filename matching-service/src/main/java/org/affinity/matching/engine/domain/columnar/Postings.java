package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;

/**
 * The rows of a segment by word; never changed.
 *
 * @param lows the lowest bits of the numbers of the words that occur; with those of their groups they ascend
 * @param starts where each word's rows begin, and the end of the last
 * @param rows ascending for each word
 * @param shift so many of a word's lowest bits say nothing about its group, {@value Character#SIZE} at most
 * @param groups where each group of words begins, and the end of the last: a search looks at few of them, which lie
 *     together
 */
@SuppressWarnings("ArrayRecordComponent")
record Postings(char[] lows, int[] starts, char[] rows, int shift, int[] groups) {

    static final Postings NONE = of(new int[0], new int[1], new char[0]);

    /** Words of a group on average, if their numbers are spread evenly. */
    private static final int GROUP = 16;

    static Postings of(int[] words, int[] starts, char[] rows) {
        int last = words.length == 0 ? 0 : words[words.length - 1];
        int shift = 0;
        while (shift < Character.SIZE && last >>> shift > words.length / GROUP) {
            shift++;
        }
        int[] groups = new int[(last >>> shift) + 2];
        int word = 0;
        for (int group = 0; group < groups.length; group++) {
            while (word < words.length && words[word] >>> shift < group) {
                word++;
            }
            groups[group] = word;
        }
        char[] lows = new char[words.length];
        for (int place = 0; place < lows.length; place++) {
            lows[place] = (char) (words[place] & ((1 << shift) - 1));
        }
        return new Postings(lows, starts, rows, shift, groups);
    }

    /** Numbers of the words that occur, ascending. */
    int[] words() {
        int[] words = new int[lows.length];
        for (int group = 0; group < groups.length - 1; group++) {
            for (int place = groups[group]; place < groups[group + 1]; place++) {
                words[place] = group << shift | lows[place];
            }
        }
        return words;
    }

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
        return of(words, starts, rows);
    }

    /** These without some rows, which are bits by block. */
    Postings without(long[] others) {
        int[] keptStarts = new int[starts.length];
        char[] keptRows = new char[rows.length];
        int kept = 0;
        for (int place = 0; place < lows.length; place++) {
            keptStarts[place] = kept;
            for (int i = starts[place]; i < starts[place + 1]; i++) {
                if ((others[rows[i] / Segment.BLOCK] >>> rows[i] & 1) == 0) {
                    keptRows[kept++] = rows[i];
                }
            }
        }
        keptStarts[lows.length] = kept;
        return new Postings(lows, keptStarts, Arrays.copyOf(keptRows, kept), shift, groups);
    }

    /** These and others, which have no row in common; words that no row has are left out. */
    Postings and(Postings others) {
        int[] ownWords = words();
        int[] otherWords = others.words();
        int[] allWords = new int[ownWords.length + otherWords.length];
        int[] allStarts = new int[allWords.length + 1];
        char[] allRows = new char[rows.length + others.rows.length];
        int count = 0;
        int end = 0;
        int own = 0;
        int other = 0;
        while (own < ownWords.length || other < otherWords.length) {
            int word = Math.min(
                    own < ownWords.length ? ownWords[own] : Integer.MAX_VALUE,
                    other < otherWords.length ? otherWords[other] : Integer.MAX_VALUE);
            allWords[count] = word;
            allStarts[count] = end;
            if (own < ownWords.length && ownWords[own] == word) {
                end = append(own++, allRows, end);
            }
            if (other < otherWords.length && otherWords[other] == word) {
                int start = allStarts[count];
                end = others.append(other++, allRows, end);
                Arrays.sort(allRows, start, end);
            }
            count += end > allStarts[count] ? 1 : 0;
        }
        allStarts[count] = end;
        return of(Arrays.copyOf(allWords, count), Arrays.copyOf(allStarts, count + 1), allRows);
    }

    /** Copies the rows of a word; gives where they end. */
    private int append(int place, char[] target, int at) {
        int length = starts[place + 1] - starts[place];
        System.arraycopy(rows, starts[place], target, at, length);
        return at + length;
    }

    /** The place of a word, negative when no row has it. */
    int find(int word) {
        int group = word >>> shift;
        if (group >= groups.length - 1) {
            return -1;
        }
        return Arrays.binarySearch(lows, groups[group], groups[group + 1], (char) (word & ((1 << shift) - 1)));
    }

    long bytes() {
        return 2L * lows.length + 4L * starts.length + 2L * rows.length + 4L * groups.length;
    }
}
