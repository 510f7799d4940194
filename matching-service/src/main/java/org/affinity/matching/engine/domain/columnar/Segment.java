package org.affinity.matching.engine.domain.columnar;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.affinity.matching.engine.domain.Schema;

/**
 * {@value #ROWS} rows, column by column, in blocks of {@value #BLOCK}. An entry's rows lie next to each other in one
 * block.
 *
 * <p>Codes are stored plus one, so that unknown is 0 and the smallest. A block of a column is a <em>chunk</em>: nothing
 * but a value where all rows have the same, up to 15 exceptions from a value where few differ, or 64 bytes.
 *
 * <p>One thread at a time writes, between {@link #beginWrite} and {@link #endWrite}. Readers take {@link #sequence()},
 * read, and keep what they read only when {@link #isAt} confirms that nothing was written meanwhile; until then they
 * may see anything, even places that do not exist.
 */
final class Segment {

    static final int BLOCK = 64;
    static final int BLOCKS = 64;
    static final int ROWS = BLOCK * BLOCKS;

    /** Chunks below are a value; the others are twice a place plus this, plus one for exceptions. */
    static final int CONSTANTS = 256;

    private static final VarHandle SEQUENCE;

    static {
        try {
            SEQUENCE = MethodHandles.lookup().findVarHandle(Segment.class, "sequence", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final int columns;
    final int numberColumns;
    final int sets;
    /** What each chunk is, by column, then block: for readers, who look at few columns. */
    final char[] chunks;
    /**
     * The same, with the bounds, by block, then column: for writers, who look at one block, and for whoever wants the
     * code of one row, searches among them (see {@link #code}).
     */
    final Directory directory;
    /** Bounds by column, then block: the smallest and largest code, or beyond; exact where all rows have the same. */
    final byte[] lowest;

    final byte[] highest;
    /** 256 bits by column: the codes that occur, perhaps more. */
    final long[] presence;

    /** How often a code came to a column in which it did not occur before. */
    int presenceChanges;
    /** By column: how often any code in it has changed. */
    final int[] changes;
    /** Its place among all segments. */
    int number;

    byte[] dense;
    int denseSlots;
    byte[] sparse;
    int sparseSlots;
    /** Places of sparse chunks that are free again. */
    char[] freeSparse = new char[0];

    int freeSparseSlots;

    /** By column, then row. */
    final int[] numbers;

    final int[] numberLowest;
    final int[] numberHighest;

    final Identities identities;

    final long[] live;
    /** The last row of each entry, and every row that is not in use. */
    final long[] last;
    /** By set, then block: rows without any word. */
    final long[] empty;

    Postings postings = Postings.NONE;
    /** Rows whose words are in {@link #recentWords} and not in the postings. */
    final long[] recent;

    int[][] recentWords;
    int recentRows;
    /** Rows handed out, used or not. */
    int used;

    int entries;
    /** How often an entry came, went or got another number of rows. */
    int memberships;

    @SuppressWarnings("UnusedVariable") // Through the handle.
    private int sequence;

    /** Without rows; behind the columns of the schema comes one for the mean of the qualities. */
    static Segment of(Schema schema) {
        return new Segment(
                schema.codes().size() + 1,
                schema.numbers().size(),
                schema.keywordSets().size());
    }

    Segment(int columns, int numberColumns, int sets) {
        this.columns = columns;
        this.numberColumns = numberColumns;
        this.sets = sets;
        chunks = new char[columns * BLOCKS];
        directory = new Directory(columns);
        lowest = new byte[columns * BLOCKS];
        highest = new byte[columns * BLOCKS];
        presence = new long[columns * 4];
        changes = new int[columns];
        dense = new byte[0];
        sparse = new byte[0];
        numbers = new int[numberColumns * ROWS];
        numberLowest = new int[numberColumns * BLOCKS];
        numberHighest = new int[numberColumns * BLOCKS];
        identities = new Identities();
        live = new long[BLOCKS];
        last = new long[BLOCKS];
        Arrays.fill(last, -1);
        empty = new long[sets * BLOCKS];
        recent = new long[BLOCKS];
    }

    private Segment(Segment other) {
        columns = other.columns;
        numberColumns = other.numberColumns;
        sets = other.sets;
        chunks = other.chunks.clone();
        directory = other.directory.copy();
        lowest = other.lowest.clone();
        highest = other.highest.clone();
        presence = other.presence.clone();
        presenceChanges = other.presenceChanges;
        changes = other.changes.clone();
        number = other.number;
        dense = other.dense.clone();
        denseSlots = other.denseSlots;
        sparse = other.sparse.clone();
        sparseSlots = other.sparseSlots;
        freeSparse = other.freeSparse.clone();
        freeSparseSlots = other.freeSparseSlots;
        numbers = other.numbers.clone();
        numberLowest = other.numberLowest.clone();
        numberHighest = other.numberHighest.clone();
        identities = other.identities.copy();
        live = other.live.clone();
        last = other.last.clone();
        empty = other.empty.clone();
        postings = other.postings;
        recent = other.recent.clone();
        recentWords = other.recentWords == null ? null : other.recentWords.clone();
        recentRows = other.recentRows;
        used = other.used;
        entries = other.entries;
        memberships = other.memberships;
    }

    /** Whether rows that nobody has any more still hold what somebody had. */
    boolean hasTraces() {
        for (int row = 0; row < used; row++) {
            if (!isLive(row) && identities.version(row) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Numbers of the words that rows have, or had before they were changed or taken away. */
    IntStream words() {
        IntStream ofRecent = recentWords == null
                ? IntStream.empty()
                : Arrays.stream(recentWords).filter(Objects::nonNull).flatMapToInt(Arrays::stream);
        return IntStream.concat(Arrays.stream(postings.words()), ofRecent);
    }

    /** A copy that nobody else knows; the caller keeps writers out meanwhile. */
    Segment copy() {
        return new Segment(this);
    }

    /** The number of writes begun and ended so far; odd while one is going on. */
    int sequence() {
        return (int) SEQUENCE.getAcquire(this);
    }

    /** Whether nothing was written since the sequence was as given. */
    boolean isAt(int expected) {
        // What was read before may not be read again after the sequence.
        VarHandle.loadLoadFence();
        return (int) SEQUENCE.getOpaque(this) == expected;
    }

    void beginWrite() {
        SEQUENCE.setOpaque(this, (int) SEQUENCE.getOpaque(this) + 1);
        VarHandle.storeStoreFence();
    }

    void endWrite() {
        SEQUENCE.setRelease(this, (int) SEQUENCE.getOpaque(this) + 1);
    }

    /** Sets what a chunk is. */
    void setChunk(int column, int block, int chunk) {
        chunks[column * BLOCKS + block] = (char) chunk;
        directory.setChunk(column, block, chunk);
    }

    /** Sets the smallest and the largest code of a block. */
    void setBounds(int column, int block, int lowestCode, int highestCode) {
        lowest[column * BLOCKS + block] = (byte) lowestCode;
        highest[column * BLOCKS + block] = (byte) highestCode;
        directory.setBounds(column, block, lowestCode, highestCode);
    }

    /** Notes that a code occurs in a column. */
    void setPresent(int column, int code) {
        long former = presence[column * 4 + (code >>> 6)];
        if ((former >>> code & 1) == 0) {
            presence[column * 4 + (code >>> 6)] = former | 1L << code;
            presenceChanges++;
        }
    }

    static boolean isSparse(int chunk) {
        return (chunk & 1) != 0;
    }

    /** Sets which rows of a block are exceptions, in its chunk of {@link #sparse} that begins at the offset. */
    void setExceptions(int column, int block, int offset, long rows) {
        SparseChunk.setRows(sparse, offset, rows);
        directory.setExceptions(column, block, rows, sparse[offset + SparseChunk.COMMON]);
    }

    /** Where in {@link #dense} or {@link #sparse} a chunk begins. */
    static int offset(int chunk) {
        int slot = (chunk - CONSTANTS) >> 1;
        return isSparse(chunk) ? slot * SparseChunk.BYTES : slot * BLOCK;
    }

    /** The stored code of a row, 0 to 255. */
    int code(int column, int row) {
        int chunk = Directory.chunk(directory.entry(column, row / BLOCK));
        if (chunk < CONSTANTS) {
            return chunk;
        }
        int offset = offset(chunk);
        if (!isSparse(chunk)) {
            return dense[offset + row % BLOCK] & 0xFF;
        }
        return sparse[SparseChunk.place(SparseChunk.rows(sparse, offset), offset, row % BLOCK)] & 0xFF;
    }

    boolean isLive(int row) {
        return (live[row / BLOCK] >>> row & 1) != 0;
    }

    boolean isLast(int row) {
        return (last[row / BLOCK] >>> row & 1) != 0;
    }

    boolean isRecent(int row) {
        return (recent[row / BLOCK] >>> row & 1) != 0;
    }

    /** Whether a block begins with a row: the first one when nobody else is in it. */
    boolean isFirstOfBlock(int row) {
        return live[row / BLOCK] == 0 && row % BLOCK == 0;
    }

    /** The first row of the entry that a live row belongs to. */
    int firstRow(int row) {
        int bit = row % BLOCK;
        long before = last[row / BLOCK] & ((1L << bit) - 1);
        return before == 0 ? row - bit : row - bit + BLOCK - Long.numberOfLeadingZeros(before);
    }

    /** The last row of the entry that a live row belongs to. */
    int lastRow(int row) {
        int bit = row % BLOCK;
        return row + Long.numberOfTrailingZeros(last[row / BLOCK] >>> bit);
    }

    /** How many entries have at least one of some rows; {@link #BLOCKS} words from the offset on. */
    int entriesAmong(long[] rows, int offset) {
        int entries = 0;
        for (int block = 0; block < BLOCKS; block++) {
            long ends = last[block];
            long ofBlock = rows[offset + block];
            // Each entry is a field of bits; adding ones to all but its highest bit carries into that if any was set.
            entries += Long.bitCount((((ofBlock & ~ends) + ~ends) | ofBlock) & ends);
        }
        return entries;
    }

    /** Bytes on the heap, but for headers of objects. */
    long bytes() {
        long words = recentWords == null ? 0 : 4L * recentWords.length;
        if (recentWords != null) {
            for (int[] row : recentWords) {
                words += row == null ? 0 : 16 + 4L * row.length;
            }
        }
        return 2L * chunks.length
                + directory.bytes()
                + lowest.length
                + highest.length
                + 8L * presence.length
                + dense.length
                + sparse.length
                + 2L * freeSparse.length
                + 4L * (numbers.length + numberLowest.length + numberHighest.length)
                + identities.bytes()
                + 8L * (live.length + last.length + empty.length + recent.length)
                + postings.bytes()
                + words;
    }
}
