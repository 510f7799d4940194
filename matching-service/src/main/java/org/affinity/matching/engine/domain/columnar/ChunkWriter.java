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
            dropException(segment, changes.returning[i], block);
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
        segment.lowest[column * Segment.BLOCKS + block] = (byte) code;
        segment.highest[column * Segment.BLOCKS + block] = (byte) code;
        segment.setPresent(column, code);
    }

    private void change(Segment segment, int column, int row, int code) {
        int block = row / Segment.BLOCK;
        int bit = row % Segment.BLOCK;
        int chunk = segment.directory[block * segment.columns + column];
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
        int bound = column * Segment.BLOCKS + block;
        if (code < (changes.bounds[place] & 0xFF)) {
            segment.lowest[bound] = (byte) code;
            return true;
        }
        if (code > changes.bounds[place] >> 8) {
            segment.highest[bound] = (byte) code;
            return true;
        }
        return false;
    }

    private static void startExceptions(Segment segment, int column, int block, int common, int bit, int code) {
        int slot = segment.freeSparseSlots > 0 ? segment.freeSparse[--segment.freeSparseSlots] : segment.sparseSlots++;
        int offset = slot * Segment.SPARSE;
        if (offset + Segment.SPARSE > segment.sparse.length) {
            segment.sparse = Arrays.copyOf(segment.sparse, grown(segment.sparse.length, offset + Segment.SPARSE));
        }
        segment.setChunk(column, block, Segment.CONSTANTS + 2 * slot + 1);
        segment.sparse[offset] = 1;
        segment.sparse[offset + 1] = (byte) common;
        segment.sparse[offset + 2] = (byte) bit;
        segment.sparse[offset + 3] = (byte) code;
    }

    /** Gives a row the common code again, whose bounds were never left: the last exception takes its place. */
    private void dropException(Segment segment, int column, int block) {
        byte[] sparse = segment.sparse;
        int offset = Segment.offset(segment.directory[block * segment.columns + column]);
        int count = sparse[offset];
        sparse[changes.places[column]] = sparse[offset + 2 * count];
        sparse[changes.places[column] + 1] = sparse[offset + 2 * count + 1];
        sparse[offset] = (byte) (count - 1);
        segment.changes[column]++;
    }

    /** Writes an uncommon code into a chunk of exceptions; makes it dense when they are too many. */
    private void changeException(Segment segment, int column, int row, int offset, int code) {
        byte[] sparse = segment.sparse;
        int count = sparse[offset];
        if (changes.places[column] != offset) {
            sparse[changes.places[column] + 1] = (byte) code;
        } else if (count < Segment.MOST_EXCEPTIONS) {
            sparse[offset + 2 * count + 2] = (byte) (row % Segment.BLOCK);
            sparse[offset + 2 * count + 3] = (byte) code;
            sparse[offset] = (byte) (count + 1);
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
        Arrays.fill(segment.dense, start, start + Segment.BLOCK, segment.sparse[offset + 1]);
        for (int place = offset + 2; place < offset + 2 + 2 * segment.sparse[offset]; place += 2) {
            segment.dense[start + segment.sparse[place]] = segment.sparse[place + 1];
        }
        segment.setChunk(column, block, Segment.CONSTANTS + 2 * slot);
        if (segment.freeSparseSlots == segment.freeSparse.length) {
            segment.freeSparse = Arrays.copyOf(segment.freeSparse, grown(segment.freeSparseSlots, 16));
        }
        segment.freeSparse[segment.freeSparseSlots++] = (char) (offset / Segment.SPARSE);
        return start;
    }

    private static int grown(int length, int needed) {
        return Math.max(needed, length + length / 4 + 256);
    }
}
