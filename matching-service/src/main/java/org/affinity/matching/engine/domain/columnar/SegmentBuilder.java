package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;

/** Packs rows of other segments tightly into a new one. */
final class SegmentBuilder {

    private final int columns;
    private final int numberColumns;
    private final int sets;
    /** By column, then row: stored codes. */
    private final byte[] codes;

    private long[] pairs = new long[Segment.ROWS];
    private int pairCount;
    private byte[] dense = new byte[0];
    private byte[] sparse = new byte[0];
    private Segment segment;

    SegmentBuilder(int columns, int numberColumns, int sets) {
        this.columns = columns;
        this.numberColumns = numberColumns;
        this.sets = sets;
        codes = new byte[columns * Segment.ROWS];
        start();
    }

    private void start() {
        segment = new Segment(columns, numberColumns, sets);
        pairCount = 0;
    }

    /** Whether an entry of so many rows still has room. */
    boolean hasRoom(int rows) {
        return place(rows) + rows <= Segment.ROWS;
    }

    boolean isEmpty() {
        return segment.used == 0;
    }

    private int place(int rows) {
        int left = Segment.BLOCK - segment.used % Segment.BLOCK;
        return rows <= left ? segment.used : segment.used + left;
    }

    /**
     * Copies an entry.
     *
     * @param words numbers of the words of each row of the source
     * @return the row where it begins now
     */
    int add(Segment source, int first, int[][] words) {
        int last = source.lastRow(first);
        int start = place(last - first + 1);
        for (int from = first; from <= last; from++) {
            int row = start + from - first;
            for (int column = 0; column < columns; column++) {
                codes[column * Segment.ROWS + row] = (byte) source.code(column, from);
            }
            for (int column = 0; column < numberColumns; column++) {
                segment.numbers[column * Segment.ROWS + row] = source.numbers[column * Segment.ROWS + from];
            }
            for (int set = 0; set < sets; set++) {
                long isEmpty = source.empty[set * Segment.BLOCKS + from / Segment.BLOCK] >>> from & 1;
                segment.empty[set * Segment.BLOCKS + row / Segment.BLOCK] |= isEmpty << row;
            }
            words(row, words[from]);
            segment.identities.takeOver(row, source.identities, from);
            segment.live[row / Segment.BLOCK] |= 1L << row;
            if (from < last) {
                segment.last[row / Segment.BLOCK] &= ~(1L << row);
            }
        }
        segment.used = start + last - first + 1;
        segment.entries++;
        return start;
    }

    private void words(int row, int[] words) {
        if (pairCount + words.length > pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * pairs.length + words.length);
        }
        for (int word : words) {
            pairs[pairCount++] = (long) word << 32 | row;
        }
    }

    /** The segment with all that was added; the next {@link #add} begins another one. */
    Segment build() {
        Segment built = segment;
        dense = room(dense, columns * Segment.ROWS);
        sparse = room(sparse, columns * Segment.BLOCKS * SparseChunk.BYTES);
        for (int column = 0; column < columns; column++) {
            for (int block = 0; block < Segment.BLOCKS; block++) {
                if (built.live[block] != 0) {
                    chunk(built, column, block);
                }
            }
        }
        built.dense = Arrays.copyOf(dense, built.denseSlots * Segment.BLOCK);
        built.sparse = Arrays.copyOf(sparse, built.sparseSlots * SparseChunk.BYTES);
        built.directory.indexExceptions(built);
        for (int column = 0; column < numberColumns; column++) {
            for (int block = 0; block < Segment.BLOCKS; block++) {
                bound(built, column, block);
            }
        }
        built.postings = Postings.of(pairs, pairCount);
        start();
        return built;
    }

    private static byte[] room(byte[] array, int length) {
        return array.length < length ? new byte[length] : array;
    }

    private void chunk(Segment built, int column, int block) {
        long live = built.live[block];
        int start = column * Segment.ROWS + block * Segment.BLOCK;
        int lowest = 255;
        int highest = 0;
        for (long left = live; left != 0; left &= left - 1) {
            int code = codes[start + Long.numberOfTrailingZeros(left)] & 0xFF;
            lowest = Math.min(lowest, code);
            highest = Math.max(highest, code);
            built.presence[column * 4 + (code >>> 6)] |= 1L << code;
        }
        built.setBounds(column, block, lowest, highest);
        if (lowest == highest) {
            built.setChunk(column, block, lowest);
            return;
        }
        long notLowest = different(live, start, lowest);
        long notHighest = different(live, start, highest);
        boolean lowIsCommon = Long.bitCount(notLowest) <= Long.bitCount(notHighest);
        long exceptions = lowIsCommon ? notLowest : notHighest;
        if (Long.bitCount(exceptions) <= SparseChunk.MOST) {
            int offset = built.sparseSlots * SparseChunk.BYTES;
            SparseChunk.setRows(sparse, offset, exceptions);
            sparse[offset + SparseChunk.COMMON] = (byte) (lowIsCommon ? lowest : highest);
            for (int at = offset + SparseChunk.COMMON + 1; exceptions != 0; exceptions &= exceptions - 1) {
                sparse[at++] = codes[start + Long.numberOfTrailingZeros(exceptions)];
            }
            built.setChunk(column, block, Segment.CONSTANTS + 2 * built.sparseSlots++ + 1);
        } else {
            int offset = built.denseSlots * Segment.BLOCK;
            for (int bit = 0; bit < Segment.BLOCK; bit++) {
                dense[offset + bit] = (live >>> bit & 1) != 0 ? codes[start + bit] : (byte) lowest;
            }
            built.setChunk(column, block, Segment.CONSTANTS + 2 * built.denseSlots++);
        }
    }

    private long different(long live, int start, int code) {
        long bits = 0;
        for (int bit = 0; bit < Segment.BLOCK; bit++) {
            bits |= ((codes[start + bit] & 0xFF) != code ? 1L : 0L) << bit;
        }
        return bits & live;
    }

    private static void bound(Segment built, int column, int block) {
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        for (long left = built.live[block]; left != 0; left &= left - 1) {
            int number =
                    built.numbers[column * Segment.ROWS + block * Segment.BLOCK + Long.numberOfTrailingZeros(left)];
            lowest = Math.min(lowest, number);
            highest = Math.max(highest, number);
        }
        built.numberLowest[column * Segment.BLOCKS + block] = lowest;
        built.numberHighest[column * Segment.BLOCKS + block] = highest;
    }
}
