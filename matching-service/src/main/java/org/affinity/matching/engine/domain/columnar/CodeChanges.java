package org.affinity.matching.engine.domain.columnar;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Which codes of a row become others, and what there is to know before they do.
 *
 * <p>All of it lies far apart in the segment. So it is read in loops in which hardly anything branches on what was read
 * before: memory then brings many pieces at once.
 */
final class CodeChanges {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The places of four exceptions in eight bytes, and one bit above each. */
    private static final long PLACES = 0x00FF_00FF_00FF_00FFL;

    private static final long ABOVE_PLACES = 0x0100_0100_0100_0100L;
    private static final long EACH = 0x0001_0001_0001_0001L;
    /** Exceptions in the first half of a chunk. */
    private static final int IN_FIRST_HALF = Segment.SPARSE / 4 - 1;

    /** By number of exceptions: the bits of {@link #exception} at which one stands. */
    private static final long[] STANDING = new long[Segment.MOST_EXCEPTIONS + 1];

    static {
        for (int last = 1; last <= Segment.MOST_EXCEPTIONS; last++) {
            STANDING[last] = STANDING[last - 1] | 1L << (last % 4 * Character.SIZE + last / 4);
        }
    }

    /** Columns whose chunk of the block is dense, or has exceptions. */
    private final int[] dense;

    private final int[] sparse;
    /** By place in {@code sparse}: how many exceptions there are. */
    private final int[] counts;
    /** By column with exceptions: where that of the row stands, or the chunk begins when it has none. */
    final int[] places;
    /** Columns in which the row gets another code, but for those in which it gets the common one back. */
    final int[] changing;

    int changingCount;
    /** By place in those: the highest and the lowest code of the block, and which ones occur in the column. */
    final int[] bounds;

    final long[] present;
    /** Columns in which the row has no exception any more. */
    final int[] returning;

    int returningCount;

    private int denseCount;
    private int sparseCount;

    /** For segments of so many columns of codes. */
    CodeChanges(int columns) {
        dense = new int[columns];
        sparse = new int[columns];
        counts = new int[columns];
        places = new int[columns];
        changing = new int[columns];
        bounds = new int[columns];
        present = new long[columns];
        returning = new int[columns];
    }

    /** Finds out which codes of a row are others than those that are there. */
    void find(Segment segment, int row, byte[] codes) {
        compareConstants(segment, row, codes);
        touchExceptions(segment, row);
        compareDense(segment, row, codes);
        compareExceptions(segment, row, codes);
        loadBounds(segment, row, codes);
    }

    /** Also sorts the other columns by kind. */
    private void compareConstants(Segment segment, int row, byte[] codes) {
        int start = row / Segment.BLOCK * segment.columns;
        int isFirst = segment.isFirstOfBlock(row) ? 1 : 0;
        int ofDense = 0;
        int ofSparse = 0;
        int count = 0;
        for (int column = 0; column < changing.length; column++) {
            int chunk = segment.directory[start + column];
            int isPlace = isMore(chunk, Segment.CONSTANTS - 1);
            dense[ofDense] = column;
            ofDense += isPlace & ~chunk;
            sparse[ofSparse] = column;
            ofSparse += isPlace & chunk;
            changing[count] = column;
            count += isMore((chunk ^ (codes[column] & 0xFF)) | isFirst, 0) & ~isPlace;
        }
        denseCount = ofDense;
        sparseCount = ofSparse;
        changingCount = count;
    }

    /** So that memory brings all of them before the first is looked through. */
    private void touchExceptions(Segment segment, int row) {
        int start = row / Segment.BLOCK * segment.columns;
        for (int i = 0; i < sparseCount; i++) {
            int offset = Segment.offset(segment.directory[start + sparse[i]]);
            // Kept, or the loop would be left out as one without effect.
            counts[i] = segment.sparse[offset];
        }
    }

    private void compareDense(Segment segment, int row, byte[] codes) {
        int start = row / Segment.BLOCK * segment.columns;
        int bit = row % Segment.BLOCK;
        int count = changingCount;
        for (int i = 0; i < denseCount; i++) {
            int column = dense[i];
            int code = segment.dense[Segment.offset(segment.directory[start + column]) + bit];
            changing[count] = column;
            count += isMore((code ^ codes[column]) & 0xFF, 0);
        }
        changingCount = count;
    }

    private void compareExceptions(Segment segment, int row, byte[] codes) {
        int start = row / Segment.BLOCK * segment.columns;
        int bit = row % Segment.BLOCK;
        int count = changingCount;
        int back = 0;
        for (int i = 0; i < sparseCount; i++) {
            int column = sparse[i];
            int offset = Segment.offset(segment.directory[start + column]);
            int place = exception(segment.sparse, offset, bit, counts[i]);
            places[column] = place;
            int isOther = isMore((segment.sparse[place + 1] ^ codes[column]) & 0xFF, 0);
            int isUncommon = isMore((segment.sparse[offset + 1] ^ codes[column]) & 0xFF, 0);
            changing[count] = column;
            count += isOther & isUncommon;
            returning[back] = column;
            back += isOther & ~isUncommon;
        }
        changingCount = count;
        returningCount = back;
    }

    /**
     * Where the exception of a row stands; where the chunk begins when it has the common code, which stands there as
     * that of an exception would.
     */
    private static int exception(byte[] sparse, int offset, int bit, int count) {
        long wanted = bit * EACH;
        // What is wanted stands in the part with the rest of its number modulo 4, at the bit of its quotient.
        long found = standing(sparse, offset, wanted) >>> 8 | standing(sparse, offset + 8, wanted) >>> 7;
        if (count > IN_FIRST_HALF) {
            found |= standing(sparse, offset + 16, wanted) >>> 6 | standing(sparse, offset + 24, wanted) >>> 5;
        }
        int first = Long.numberOfTrailingZeros(found & STANDING[count]) % Long.SIZE;
        return offset + 8 * (first % Character.SIZE) + 2 * (first / Character.SIZE);
    }

    /** The bit above each place that is the one wanted. */
    private static long standing(byte[] sparse, int offset, long wanted) {
        return (ABOVE_PLACES - (((long) LONGS.get(sparse, offset) ^ wanted) & PLACES)) & ABOVE_PLACES;
    }

    private void loadBounds(Segment segment, int row, byte[] codes) {
        int block = row / Segment.BLOCK;
        for (int i = 0; i < changingCount; i++) {
            int column = changing[i];
            int bound = column * Segment.BLOCKS + block;
            bounds[i] = (segment.highest[bound] & 0xFF) << 8 | (segment.lowest[bound] & 0xFF);
            present[i] = segment.presence[column * 4 + ((codes[column] & 0xFF) >>> 6)];
        }
    }

    /** 1 when a small number is more than another one, 0 if not. */
    private static int isMore(int number, int other) {
        return (other - number) >>> 31;
    }
}
