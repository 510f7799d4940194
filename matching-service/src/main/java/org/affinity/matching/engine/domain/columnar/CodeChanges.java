package org.affinity.matching.engine.domain.columnar;

/**
 * Which codes of a row become others, and what there is to know before they do.
 *
 * <p>All of it lies far apart in the segment. So it is read in loops in which hardly anything branches on what was read
 * before: memory then brings many pieces at once.
 */
final class CodeChanges {

    /** Columns whose chunk of the block must be looked at. */
    private final int[] looked;

    private int lookedCount;
    /** Those whose chunk is dense, or has exceptions. */
    private final int[] dense;

    private final int[] sparse;
    /** By place in {@code sparse}: which rows are exceptions. */
    private final long[] exceptions;
    /** By column with exceptions: where the row's code stands, which may be that of all others. */
    final int[] places;
    /** Columns in which the row gets another code, but for those in which it gets the common one back. */
    final int[] changing;

    int changingCount;
    /** By place in those: which codes occur in the column. */
    final long[] present;
    /** Columns in which the row is no exception any more. */
    final int[] returning;

    int returningCount;

    private int denseCount;
    private int sparseCount;

    /** For segments of so many columns of codes. */
    CodeChanges(int columns) {
        looked = new int[columns];
        dense = new int[columns];
        sparse = new int[columns];
        exceptions = new long[columns];
        places = new int[columns];
        changing = new int[columns];
        present = new long[columns];
        returning = new int[columns];
    }

    /** Finds out which codes of a row are others than those that are there. */
    void find(Segment segment, int row, byte[] codes) {
        compareDirectory(segment, row, codes);
        sort(segment, row);
        loadExceptions(segment, row);
        compareDense(segment, row, codes);
        compareExceptions(segment, row, codes);
        loadPresent(segment, codes);
    }

    /** Leaves out columns of which the directory tells that nothing changes. */
    private void compareDirectory(Segment segment, int row, byte[] codes) {
        long[] entries = segment.directory.entries;
        byte[] usual = segment.directory.usual;
        int start = row / Segment.BLOCK * segment.columns;
        int bit = row % Segment.BLOCK;
        int isFirst = segment.isFirstOfBlock(row) ? 1 : 0;
        int count = 0;
        for (int column = 0; column < changing.length; column++) {
            long entry = entries[start + column];
            int chunk = Directory.chunk(entry);
            int isUnusual = isMore((codes[column] ^ usual[column]) & 0xFF, 0);
            int isSparse = isMore(chunk, Segment.CONSTANTS - 1) & chunk;
            // The place of a chunk is none of the codes.
            int isOther = isMore((chunk ^ (codes[column] & 0xFF)) | isFirst, 0);
            looked[count] = column;
            count += isOther & (isUnusual | Directory.isUncommon(entry, bit) | ~isSparse);
        }
        lookedCount = count;
    }

    /** Sorts columns by kind. */
    private void sort(Segment segment, int row) {
        long[] entries = segment.directory.entries;
        int start = row / Segment.BLOCK * segment.columns;
        int ofDense = 0;
        int ofSparse = 0;
        int count = 0;
        for (int i = 0; i < lookedCount; i++) {
            int column = looked[i];
            int chunk = Directory.chunk(entries[start + column]);
            int isPlace = isMore(chunk, Segment.CONSTANTS - 1);
            dense[ofDense] = column;
            ofDense += isPlace & ~chunk;
            sparse[ofSparse] = column;
            ofSparse += isPlace & chunk;
            changing[count] = column;
            count += 1 - isPlace;
        }
        denseCount = ofDense;
        sparseCount = ofSparse;
        changingCount = count;
    }

    /** In a loop of its own, so that memory brings all of them before the first is looked through. */
    private void loadExceptions(Segment segment, int row) {
        int start = row / Segment.BLOCK * segment.columns;
        for (int i = 0; i < sparseCount; i++) {
            int chunk = Directory.chunk(segment.directory.entries[start + sparse[i]]);
            exceptions[i] = SparseChunk.rows(segment.sparse, Segment.offset(chunk));
        }
    }

    private void compareDense(Segment segment, int row, byte[] codes) {
        int start = row / Segment.BLOCK * segment.columns;
        int bit = row % Segment.BLOCK;
        int count = changingCount;
        for (int i = 0; i < denseCount; i++) {
            int column = dense[i];
            int chunk = Directory.chunk(segment.directory.entries[start + column]);
            int code = segment.dense[Segment.offset(chunk) + bit];
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
            int offset = Segment.offset(Directory.chunk(segment.directory.entries[start + column]));
            int place = SparseChunk.place(exceptions[i], offset, bit);
            places[column] = place;
            int isOther = isMore((segment.sparse[place] ^ codes[column]) & 0xFF, 0);
            int isUncommon = isMore((segment.sparse[offset + SparseChunk.COMMON] ^ codes[column]) & 0xFF, 0);
            changing[count] = column;
            count += isOther & isUncommon;
            returning[back] = column;
            back += isOther & ~isUncommon;
        }
        changingCount = count;
        returningCount = back;
    }

    private void loadPresent(Segment segment, byte[] codes) {
        for (int i = 0; i < changingCount; i++) {
            int column = changing[i];
            present[i] = segment.presence[column * 4 + ((codes[column] & 0xFF) >>> 6)];
        }
    }

    /** 1 when a small number is more than another one, 0 if not. */
    private static int isMore(int number, int other) {
        return (other - number) >>> 31;
    }
}
