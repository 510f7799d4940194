package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;

/** Changes codes of rows in place, with bounds and directories; the caller sees to it that nobody else writes. */
final class ChunkWriter {

    /** By column: the row's code in a dense chunk; in one of exceptions their number and the common code. */
    private final int[] heads;
    /** By column: bounds of the block where the row's code changes. */
    private final int[] bounds;
    /** Columns whose code changes. */
    private final int[] changing;

    /** For segments of so many columns of codes. */
    ChunkWriter(int columns) {
        heads = new int[columns];
        bounds = new int[columns];
        changing = new int[columns];
    }

    /**
     * Writes the codes of a row; says whether bounds got wider. What is to be read lies all over the segment, so that
     * everything is read for all columns before anything depends on it: memory brings several pieces at once.
     */
    boolean write(Segment segment, int row, byte[] codes) {
        load(segment, row);
        int count = compare(segment, row, codes);
        boolean loosened = false;
        for (int i = 0; i < count; i++) {
            int column = changing[i];
            loosened |= change(segment, column, row, codes[column] & 0xFF);
        }
        return loosened;
    }

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

    /** Notes the columns whose code changes; gives their number. */
    private int compare(Segment segment, int row, byte[] codes) {
        int block = row / Segment.BLOCK;
        boolean isFirst = segment.live[block] == 0 && row % Segment.BLOCK == 0;
        int count = 0;
        for (int column = 0; column < heads.length; column++) {
            int code = codes[column] & 0xFF;
            int chunk = segment.directory[block * segment.columns + column];
            if (isFirst && chunk < Segment.CONSTANTS) {
                start(segment, column, block, code);
            } else if (present(segment, chunk, heads[column], row % Segment.BLOCK) != code) {
                int bound = column * Segment.BLOCKS + block;
                bounds[column] = (segment.highest[bound] & 0xFF) << 8 | (segment.lowest[bound] & 0xFF);
                changing[count++] = column;
            }
        }
        return count;
    }

    /** The code that a row has. */
    private static int present(Segment segment, int chunk, int head, int bit) {
        if (chunk < Segment.CONSTANTS) {
            return chunk;
        }
        if (!Segment.isSparse(chunk)) {
            return head;
        }
        int place = exception(segment, chunk, head, bit);
        return place < 0 ? head & 0xFF : segment.sparse[place + 1] & 0xFF;
    }

    /** Where the exception of a row stands; negative when it has the common code. */
    private static int exception(Segment segment, int chunk, int head, int bit) {
        int start = Segment.offset(chunk) + 2;
        int end = start + 2 * (head >> 8);
        for (int place = start; place < end; place += 2) {
            if (segment.sparse[place] == bit) {
                return place;
            }
        }
        return -1;
    }

    /** Begins with the first row of a block. */
    private static void start(Segment segment, int column, int block, int code) {
        segment.setChunk(column, block, code);
        segment.changes[column]++;
        segment.lowest[column * Segment.BLOCKS + block] = (byte) code;
        segment.highest[column * Segment.BLOCKS + block] = (byte) code;
        segment.setPresent(column, code);
    }

    private boolean change(Segment segment, int column, int row, int code) {
        int block = row / Segment.BLOCK;
        int bit = row % Segment.BLOCK;
        int chunk = segment.directory[block * segment.columns + column];
        if (chunk < Segment.CONSTANTS) {
            startExceptions(segment, column, block, chunk, bit, code);
        } else if (Segment.isSparse(chunk)) {
            changeException(segment, column, row, chunk, heads[column], code);
        } else {
            segment.dense[Segment.offset(chunk) + bit] = (byte) code;
        }
        segment.changes[column]++;
        segment.setPresent(column, code);
        int bound = column * Segment.BLOCKS + block;
        if (code < (bounds[column] & 0xFF)) {
            segment.lowest[bound] = (byte) code;
            return true;
        }
        if (code > bounds[column] >> 8) {
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

    /** Writes another code than the one at hand into a chunk of exceptions; makes it dense when they are too many. */
    private static void changeException(Segment segment, int column, int row, int chunk, int head, int code) {
        int bit = row % Segment.BLOCK;
        byte[] sparse = segment.sparse;
        int offset = Segment.offset(chunk);
        int count = head >> 8;
        int end = offset + 2 + 2 * count;
        int place = exception(segment, chunk, head, bit);
        if (place >= 0 && (head & 0xFF) == code) {
            // No exception any more: the last one takes its place.
            sparse[place] = sparse[end - 2];
            sparse[place + 1] = sparse[end - 1];
            sparse[offset] = (byte) (count - 1);
        } else if (place >= 0) {
            sparse[place + 1] = (byte) code;
        } else if (count < Segment.MOST_EXCEPTIONS) {
            sparse[end] = (byte) bit;
            sparse[end + 1] = (byte) code;
            sparse[offset] = (byte) (count + 1);
        } else {
            makeDense(segment, column, row / Segment.BLOCK, offset);
            segment.dense[Segment.offset(segment.chunks[column * Segment.BLOCKS + row / Segment.BLOCK]) + bit] =
                    (byte) code;
        }
    }

    private static void makeDense(Segment segment, int column, int block, int offset) {
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
    }

    private static int grown(int length, int needed) {
        return Math.max(needed, length + length / 4 + 256);
    }
}
