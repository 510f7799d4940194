package org.affinity.matching.engine.domain.columnar;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bytes of a chunk in which few rows differ from a common code: a bit for each row that is an exception, the common
 * code, and theirs in the order of the rows.
 */
final class SparseChunk {

    static final int BYTES = 24;
    /** Where in it the common code is. */
    static final int COMMON = Long.BYTES;

    static final int MOST = BYTES - COMMON - 1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private SparseChunk() {}

    /** The rows that are exceptions in the chunk at an offset. */
    static long rows(byte[] sparse, int offset) {
        return (long) LONGS.get(sparse, offset);
    }

    static void setRows(byte[] sparse, int offset, long rows) {
        LONGS.set(sparse, offset, rows);
    }

    /** Where a row's code stands when such rows are exceptions: where the common one is unless it is among them. */
    static int place(long rows, int offset, int bit) {
        int isException = (int) (rows >>> bit) & 1;
        int before = Long.bitCount(rows & ((1L << bit) - 1));
        return offset + COMMON + isException * (before + 1);
    }
}
