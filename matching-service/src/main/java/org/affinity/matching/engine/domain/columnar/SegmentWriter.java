package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.Row;

/** Changes rows of segments in place; the caller sees to it that nobody else writes. */
final class SegmentWriter {

    /** By column: the beginning of the chunk that a row lies in. */
    private final int[] heads;

    /** For segments of so many columns of codes. */
    SegmentWriter(int columns) {
        heads = new int[columns];
    }

    /**
     * Writes an entry into rows that hold nothing yet or the entry's former state; says whether bounds got wider.
     *
     * @param codes of each row, as they are stored
     * @param words numbers of the words of each row
     */
    boolean write(Segment segment, int first, Entry entry, byte[][] codes, int[][] words) {
        boolean isNew = !segment.isLive(first);
        int formerLast = isNew ? first : segment.lastRow(first);
        int last = first + entry.rows().size() - 1;
        boolean loosened = false;
        segment.beginWrite();
        try {
            for (int row = first; row <= last; row++) {
                Row content = entry.rows().get(row - first);
                loosened |= codes(segment, row, codes[row - first]);
                numbers(segment, row, content.numbers());
                words(segment, row, words[row - first]);
                for (int set = 0; set < segment.sets; set++) {
                    boolean isEmpty = content.keywords().get(set).isEmpty();
                    set(segment.empty, set * Segment.BLOCKS + row / Segment.BLOCK, row, isEmpty);
                }
                segment.idHigh[row] = entry.id().getMostSignificantBits();
                segment.idLow[row] = entry.id().getLeastSignificantBits();
                segment.versions[row] = entry.version();
                set(segment.last, row / Segment.BLOCK, row, row == last);
                set(segment.live, row / Segment.BLOCK, row, true);
            }
            drop(segment, last + 1, formerLast);
            segment.entries += isNew ? 1 : 0;
            segment.memberships += isNew || last != formerLast ? 1 : 0;
        } finally {
            segment.endWrite();
        }
        return loosened;
    }

    /** Forgets the entry whose first row is given. */
    static void forget(Segment segment, int first) {
        segment.beginWrite();
        try {
            drop(segment, first, segment.lastRow(first));
            segment.entries--;
            segment.memberships++;
        } finally {
            segment.endWrite();
        }
    }

    private static void drop(Segment segment, int first, int last) {
        for (int row = first; row <= last; row++) {
            set(segment.live, row / Segment.BLOCK, row, false);
            set(segment.last, row / Segment.BLOCK, row, true);
            segment.idHigh[row] = 0;
            segment.idLow[row] = 0;
            if (segment.recentWords != null) {
                segment.recentWords[row] = null;
            }
        }
    }

    private boolean codes(Segment segment, int row, byte[] codes) {
        load(segment, row);
        int block = row / Segment.BLOCK;
        int start = block * segment.columns;
        boolean isFirst = segment.live[block] == 0 && row % Segment.BLOCK == 0;
        boolean loosened = false;
        for (int column = 0; column < segment.columns; column++) {
            int code = codes[column] & 0xFF;
            int chunk = segment.directory[start + column];
            if (isFirst && chunk < Segment.CONSTANTS) {
                segment.setChunk(column, block, code);
                segment.changes[column]++;
                segment.lowest[column * Segment.BLOCKS + block] = (byte) code;
                segment.highest[column * Segment.BLOCKS + block] = (byte) code;
                segment.setPresent(column, code);
            } else if (chunk != code) {
                loosened |= code(segment, column, row, chunk, heads[column], code);
            }
        }
        return loosened;
    }

    /**
     * Reads where each chunk begins, for all columns before anything depends on it: they are spread over the whole
     * segment, and memory brings several of them at once.
     */
    private void load(Segment segment, int row) {
        int start = row / Segment.BLOCK * segment.columns;
        for (int column = 0; column < heads.length; column++) {
            int chunk = segment.directory[start + column];
            if (chunk >= Segment.CONSTANTS) {
                int offset = Segment.offset(chunk);
                heads[column] = Segment.isSparse(chunk)
                        ? segment.sparse[offset] << 8 | (segment.sparse[offset + 1] & 0xFF)
                        : segment.dense[offset + row % Segment.BLOCK] & 0xFF;
            }
        }
    }

    private static boolean code(Segment segment, int column, int row, int chunk, int head, int code) {
        int block = row / Segment.BLOCK;
        int bit = row % Segment.BLOCK;
        if (chunk < Segment.CONSTANTS) {
            int offset = newSparse(segment, column, block);
            segment.sparse[offset] = 1;
            segment.sparse[offset + 1] = (byte) chunk;
            segment.sparse[offset + 2] = (byte) bit;
            segment.sparse[offset + 3] = (byte) code;
        } else if (!Segment.isSparse(chunk)) {
            if (head == code) {
                return false;
            }
            segment.dense[Segment.offset(chunk) + bit] = (byte) code;
        } else if (!exception(segment, column, row, chunk, head, code)) {
            return false;
        }
        segment.changes[column]++;
        segment.setPresent(column, code);
        int bound = column * Segment.BLOCKS + block;
        boolean loosened = false;
        if (code < (segment.lowest[bound] & 0xFF)) {
            segment.lowest[bound] = (byte) code;
            loosened = true;
        }
        if (code > (segment.highest[bound] & 0xFF)) {
            segment.highest[bound] = (byte) code;
            loosened = true;
        }
        return loosened;
    }

    /** Writes into a chunk of exceptions, or makes it dense when they are too many; says whether anything changed. */
    private static boolean exception(Segment segment, int column, int row, int chunk, int head, int code) {
        int bit = row % Segment.BLOCK;
        byte[] sparse = segment.sparse;
        int offset = Segment.offset(chunk);
        int count = head >> 8;
        boolean isCommon = (head & 0xFF) == code;
        int end = offset + 2 + 2 * count;
        for (int at = offset + 2; at < end; at += 2) {
            if (sparse[at] == bit) {
                boolean changed = sparse[at + 1] != (byte) code;
                sparse[at + 1] = (byte) code;
                if (isCommon) {
                    // No exception any more: the last one takes its place.
                    sparse[at] = sparse[end - 2];
                    sparse[at + 1] = sparse[end - 1];
                    sparse[offset] = (byte) (count - 1);
                }
                return changed;
            }
        }
        if (isCommon) {
            return false;
        }
        if (count < Segment.MOST_EXCEPTIONS) {
            sparse[end] = (byte) bit;
            sparse[end + 1] = (byte) code;
            sparse[offset] = (byte) (count + 1);
            return true;
        }
        int slot = segment.denseSlots++;
        int start = slot * Segment.BLOCK;
        if (start + Segment.BLOCK > segment.dense.length) {
            segment.dense = Arrays.copyOf(segment.dense, grown(segment.dense.length, start + Segment.BLOCK));
        }
        Arrays.fill(segment.dense, start, start + Segment.BLOCK, sparse[offset + 1]);
        for (int i = 0; i < count; i++) {
            segment.dense[start + sparse[offset + 2 + 2 * i]] = sparse[offset + 3 + 2 * i];
        }
        segment.dense[start + bit] = (byte) code;
        segment.setChunk(column, row / Segment.BLOCK, Segment.CONSTANTS + 2 * slot);
        if (segment.freeSparseSlots == segment.freeSparse.length) {
            segment.freeSparse = Arrays.copyOf(segment.freeSparse, grown(segment.freeSparseSlots, 16));
        }
        segment.freeSparse[segment.freeSparseSlots++] = (char) (offset / Segment.SPARSE);
        return true;
    }

    /** Makes a chunk one of exceptions; gives where it begins. */
    private static int newSparse(Segment segment, int column, int block) {
        int slot = segment.freeSparseSlots > 0 ? segment.freeSparse[--segment.freeSparseSlots] : segment.sparseSlots++;
        int offset = slot * Segment.SPARSE;
        if (offset + Segment.SPARSE > segment.sparse.length) {
            segment.sparse = Arrays.copyOf(segment.sparse, grown(segment.sparse.length, offset + Segment.SPARSE));
        }
        segment.setChunk(column, block, Segment.CONSTANTS + 2 * slot + 1);
        return offset;
    }

    private static int grown(int length, int needed) {
        return Math.max(needed, length + length / 4 + 256);
    }

    private static void numbers(Segment segment, int row, int[] numbers) {
        int block = row / Segment.BLOCK;
        boolean isFirst = segment.live[block] == 0 && row % Segment.BLOCK == 0;
        for (int column = 0; column < segment.numberColumns; column++) {
            int number = numbers[column];
            segment.numbers[column * Segment.ROWS + row] = number;
            int bound = column * Segment.BLOCKS + block;
            segment.numberLowest[bound] = isFirst ? number : Math.min(number, segment.numberLowest[bound]);
            segment.numberHighest[bound] = isFirst ? number : Math.max(number, segment.numberHighest[bound]);
        }
    }

    private static void words(Segment segment, int row, int[] words) {
        long hash = Dictionary.hash(words);
        boolean isKnown = segment.isLive(row) && segment.wordHashes[row] == hash;
        if (isKnown) {
            return;
        }
        segment.wordHashes[row] = hash;
        if (segment.recentWords == null) {
            segment.recentWords = new int[Segment.ROWS][];
        }
        segment.recentWords[row] = words;
        if (!segment.isRecent(row)) {
            set(segment.recent, row / Segment.BLOCK, row, true);
            segment.recentRows++;
        }
    }

    private static void set(long[] bits, int word, int row, boolean value) {
        if (value) {
            bits[word] |= 1L << row;
        } else {
            bits[word] &= ~(1L << row);
        }
    }
}
