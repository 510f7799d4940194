package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChunkWriterTest {

    private static final int SEED = 20_261_123;
    private static final int COLUMNS = 5;
    private static final int ROWS = 2 * Segment.BLOCK;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Segment segment = new Segment(COLUMNS, 0, 0);
    private final ChunkWriter writer = new ChunkWriter(COLUMNS);
    private final int[][] expected = new int[ROWS][COLUMNS];

    @Test
    void shouldKeepEveryCodeWhateverTheCodesOfOthersBecome() {
        for (int row = 0; row < ROWS; row++) {
            write(row, 0);
        }
        for (int change = 0; change < 20_000; change++) {
            // From hardly any exception to more than fit, and back.
            write(random.nextInt(ROWS), change / 40 % 8);
        }
    }

    /** Writes another state of a row, in which one in so many codes is not the common one of its column. */
    private void write(int row, int uncommon) {
        byte[] codes = new byte[COLUMNS];
        for (int column = 0; column < COLUMNS; column++) {
            int code = random.nextInt(8) < uncommon ? random.nextInt(256) : 50 * column;
            expected[row][column] = code;
            codes[column] = (byte) code;
        }
        int[] bounds = bounds(row / Segment.BLOCK);
        boolean wasEmpty = segment.isFirstOfBlock(row);

        writer.prepare(segment, row, codes);
        boolean loosened = writer.write(segment, row, codes);
        segment.live[row / Segment.BLOCK] |= 1L << row;

        assertThat(loosened).isEqualTo(!wasEmpty && !Arrays.equals(bounds, bounds(row / Segment.BLOCK)));
        shouldHoldAllOf(row / Segment.BLOCK);
    }

    private int[] bounds(int block) {
        int[] bounds = new int[2 * COLUMNS];
        for (int column = 0; column < COLUMNS; column++) {
            bounds[2 * column] = segment.lowest[column * Segment.BLOCKS + block] & 0xFF;
            bounds[2 * column + 1] = segment.highest[column * Segment.BLOCKS + block] & 0xFF;
        }
        return bounds;
    }

    private void shouldHoldAllOf(int block) {
        int[] bounds = bounds(block);
        for (long left = segment.live[block]; left != 0; left &= left - 1) {
            int row = block * Segment.BLOCK + Long.numberOfTrailingZeros(left);
            for (int column = 0; column < COLUMNS; column++) {
                int code = expected[row][column];
                if (segment.code(column, row) != code
                        || code < bounds[2 * column]
                        || code > bounds[2 * column + 1]
                        || (segment.presence[column * 4 + (code >>> 6)] >>> code & 1) == 0) {
                    assertThat(segment.code(column, row)).isEqualTo(code);
                    assertThat(code).isBetween(bounds[2 * column], bounds[2 * column + 1]);
                    assertThat(segment.presence[column * 4 + (code >>> 6)] >>> code & 1)
                            .isOne();
                }
            }
        }
    }
}
