package org.affinity.matching.engine.domain.columnar;

/**
 * What a writer wants to know of the chunks of a block before it looks at them, all in one place: many a code is found
 * to be what it was without a look at its chunk.
 *
 * <p>An entry has, from the lowest bit on, what the chunk is (16 bits), its smallest and its largest code (8 each), and
 * for each two rows whether one of them may be an exception from the {@link #usual} code (32).
 */
final class Directory {

    private static final int LOWEST = Character.SIZE;
    private static final int HIGHEST = LOWEST + Byte.SIZE;
    private static final int EXCEPTIONS = HIGHEST + Byte.SIZE;
    private static final long BOUNDS = 0xFFFFL << LOWEST;

    /** By block, then column. */
    final long[] entries;
    /** By column: the code that is common to blocks with exceptions, most often to all of them. */
    final byte[] usual;

    private final int columns;

    Directory(int columns) {
        this.columns = columns;
        entries = new long[columns * Segment.BLOCKS];
        usual = new byte[columns];
    }

    private Directory(Directory other) {
        columns = other.columns;
        entries = other.entries.clone();
        usual = other.usual.clone();
    }

    Directory copy() {
        return new Directory(this);
    }

    /** What stands there for a column of a block. */
    long entry(int column, int block) {
        return entries[block * columns + column];
    }

    void setChunk(int column, int block, int chunk) {
        set(column, block, Character.MAX_VALUE, chunk);
    }

    void setBounds(int column, int block, int lowest, int highest) {
        set(column, block, BOUNDS, (long) lowest << LOWEST | (long) highest << HIGHEST);
    }

    /** Notes which rows of a block have another code than the common one. */
    void setExceptions(int column, int block, long rows, byte common) {
        long folded = common == usual[column] ? rows | rows >>> EXCEPTIONS : -1;
        set(column, block, -1L << EXCEPTIONS, folded << EXCEPTIONS);
    }

    /** Notes those of all chunks, which are in their places; the first common code of a column is its usual one. */
    void indexExceptions(Segment segment) {
        for (int column = 0; column < columns; column++) {
            boolean isFirst = true;
            for (int block = 0; block < Segment.BLOCKS; block++) {
                int chunk = segment.chunks[column * Segment.BLOCKS + block];
                if (chunk >= Segment.CONSTANTS && Segment.isSparse(chunk)) {
                    int offset = Segment.offset(chunk);
                    byte common = segment.sparse[offset + SparseChunk.COMMON];
                    usual[column] = isFirst ? common : usual[column];
                    setExceptions(column, block, SparseChunk.rows(segment.sparse, offset), common);
                    isFirst = false;
                }
            }
        }
    }

    private void set(int column, int block, long bits, long value) {
        int place = block * columns + column;
        entries[place] = (entries[place] & ~bits) | value;
    }

    static int chunk(long entry) {
        return (int) entry & Character.MAX_VALUE;
    }

    static int lowest(long entry) {
        return (int) (entry >>> LOWEST) & 0xFF;
    }

    static int highest(long entry) {
        return (int) (entry >>> HIGHEST) & 0xFF;
    }

    /** 0 when a row of a block with exceptions has the usual code, 1 when it may have another one. */
    static int isUncommon(long entry, int bit) {
        // Of the place, a shift of 32 bits takes what is left by a division by 32.
        return (int) (entry >>> EXCEPTIONS) >>> bit & 1;
    }

    long bytes() {
        return 8L * entries.length + usual.length;
    }
}
