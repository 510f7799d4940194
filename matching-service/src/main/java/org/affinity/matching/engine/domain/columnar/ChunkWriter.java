package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;

/** Changes codes of rows in place, with bounds and directories; the caller sees to it that nobody else writes. */
final class ChunkWriter {

    private final CodeChanges changes;

    /** For segments of so many columns of codes. */
    ChunkWriter(int columns) {
        changes = new CodeChanges(columns);
    }

    /** Has to come right before {@link #write}, with the same arguments; changes nothing. */
    void prepare(Segment segment, int row, byte[] codes) {
        changes.find(segment, row, codes);
    }

    /** Writes the codes that {@link #prepare} was given; says whether bounds got wider. */
    boolean write(Segment segment, int row, byte[] codes) {
        int block = row / Segment.BLOCK;
        for (int i = 0; i < changes.returningCount; i++) {
            dropException(segment, changes.returning[i], row);
        }
        boolean isFirst = segment.isFirstOfBlock(row);
        boolean loosened = false;
        for (int i = 0; i < changes.changingCount; i++) {
            int column = changes.changing[i];
            int code = codes[column] & 0xFF;
            if (isFirst && segment.chunks[column * Segment.BLOCKS + block] < Segment.CONSTANTS) {
                start(segment, column, block, code);
            } else {
                change(segment, column, row, code);
                loosened |= widen(segment, i, block, code);
            }
        }
        return loosened;
    }

    /** Begins with the first row of a block. */
    private static void start(Segment segment, int column, int block, int code) {
        segment.setChunk(column, block, code);
        segment.changes[column]++;
        segment.setBounds(column, block, code, code);
        segment.setPresent(column, code);
    }

    private void change(Segment segment, int column, int row, int code) {
        int block = row / Segment.BLOCK;
        int bit = row % Segment.BLOCK;
        int chunk = Directory.chunk(segment.directory.entry(column, block));
        if (chunk < Segment.CONSTANTS) {
            startExceptions(segment, column, block, chunk, bit, code);
        } else if (Segment.isSparse(chunk)) {
            changeException(segment, column, row, Segment.offset(chunk), code);
        } else {
            segment.dense[Segment.offset(chunk) + bit] = (byte) code;
        }
        segment.changes[column]++;
    }

    private boolean widen(Segment segment, int place, int block, int code) {
        int column = changes.changing[place];
        if ((changes.present[place] >>> code & 1) == 0) {
            segment.setPresent(column, code);
        }
        long entry = segment.directory.entry(column, block);
        int lowest = Directory.lowest(entry);
        int highest = Directory.highest(entry);
        if (lowest <= code && code <= highest) {
            return false;
        }
        segment.setBounds(column, block, Math.min(lowest, code), Math.max(highest, code));
        return true;
    }

    private static void startExceptions(Segment segment, int column, int block, int common, int bit, int code) {
        int slot = segment.freeSparseSlots > 0 ? segment.freeSparse[--segment.freeSparseSlots] : segment.sparseSlots++;
        int offset = slot * SparseChunk.BYTES;
        if (offset + SparseChunk.BYTES > segment.sparse.length) {
            segment.sparse = Arrays.copyOf(segment.sparse, grown(segment.sparse.length, offset + SparseChunk.BYTES));
        }
        segment.setChunk(column, block, Segment.CONSTANTS + 2 * slot + 1);
        segment.sparse[offset + SparseChunk.COMMON] = (byte) common;
        segment.sparse[offset + SparseChunk.COMMON + 1] = (byte) code;
        segment.setExceptions(column, block, offset, 1L << bit);
    }

    /** Gives a row the common code again, whose bounds were never left. */
    private void dropException(Segment segment, int column, int row) {
        byte[] sparse = segment.sparse;
        int block = row / Segment.BLOCK;
        int offset = Segment.offset(Directory.chunk(segment.directory.entry(column, block)));
        int place = changes.places[column];
        System.arraycopy(sparse, place + 1, sparse, place, offset + SparseChunk.BYTES - place - 1);
        segment.setExceptions(column, block, offset, SparseChunk.rows(sparse, offset) & ~(1L << row));
        segment.changes[column]++;
    }

    /** Writes an uncommon code into a chunk of exceptions; makes it dense when they are too many. */
    private void changeException(Segment segment, int column, int row, int offset, int code) {
        byte[] sparse = segment.sparse;
        if (changes.places[column] != offset + SparseChunk.COMMON) {
            sparse[changes.places[column]] = (byte) code;
            return;
        }
        long exceptions = SparseChunk.rows(sparse, offset);
        if (Long.bitCount(exceptions) < SparseChunk.MOST) {
            long with = exceptions | 1L << row;
            int place = SparseChunk.place(with, offset, row % Segment.BLOCK);
            System.arraycopy(sparse, place, sparse, place + 1, offset + SparseChunk.BYTES - place - 1);
            sparse[place] = (byte) code;
            segment.setExceptions(column, row / Segment.BLOCK, offset, with);
        } else {
            int start = makeDense(segment, column, row / Segment.BLOCK, offset);
            segment.dense[start + row % Segment.BLOCK] = (byte) code;
        }
    }

    /** Gives where the chunk begins now. */
    private static int makeDense(Segment segment, int column, int block, int offset) {
        int slot = segment.denseSlots++;
        int start = slot * Segment.BLOCK;
        if (start + Segment.BLOCK > segment.dense.length) {
            segment.dense = Arrays.copyOf(segment.dense, grown(segment.dense.length, start + Segment.BLOCK));
        }
        int place = offset + SparseChunk.COMMON;
        Arrays.fill(segment.dense, start, start + Segment.BLOCK, segment.sparse[place]);
        for (long left = SparseChunk.rows(segment.sparse, offset); left != 0; left &= left - 1) {
            segment.dense[start + Long.numberOfTrailingZeros(left)] = segment.sparse[++place];
        }
        segment.setChunk(column, block, Segment.CONSTANTS + 2 * slot);
        if (segment.freeSparseSlots == segment.freeSparse.length) {
            segment.freeSparse = Arrays.copyOf(segment.freeSparse, grown(segment.freeSparseSlots, 16));
        }
        segment.freeSparse[segment.freeSparseSlots++] = (char) (offset / SparseChunk.BYTES);
        return start;
    }

    private static int grown(int length, int needed) {
        return Math.max(needed, length + length / 4 + 256);
    }
}
