package org.affinity.matching.engine.domain.columnar;

import java.io.IOException;
import java.lang.reflect.Array;
import java.util.Arrays;

/** A segment in a snapshot. */
final class SegmentFormat {

    private SegmentFormat() {}

    static void write(Segment segment, SnapshotWriter out) throws IOException {
        out.chars(segment.chunks);
        out.bytes(segment.lowest, -1);
        out.bytes(segment.highest, -1);
        out.longs(segment.presence);
        out.number(segment.denseSlots);
        out.bytes(segment.dense, segment.denseSlots * Segment.BLOCK);
        out.number(segment.sparseSlots);
        out.bytes(segment.sparse, segment.sparseSlots * SparseChunk.BYTES);
        out.chars(Arrays.copyOf(segment.freeSparse, segment.freeSparseSlots));
        out.ints(segment.numbers);
        out.ints(segment.numberLowest);
        out.ints(segment.numberHighest);
        out.longs(segment.identities.parts);
        out.longs(segment.live);
        out.longs(segment.last);
        out.longs(segment.empty);
        out.longs(segment.recent);
        out.number(segment.recentRows);
        for (int row = 0; row < Segment.ROWS; row++) {
            if (segment.isRecent(row)) {
                // Of rows that are not in use nothing is left.
                out.ints(segment.recentWords[row] == null ? new int[0] : segment.recentWords[row]);
            }
        }
        out.ints(segment.postings.words());
        out.ints(segment.postings.starts());
        out.chars(segment.postings.rows());
        out.number(segment.used);
        out.number(segment.entries);
    }

    static Segment read(Segment segment, SnapshotReader in) throws IOException {
        copy(in.chars(), segment.chunks);
        copy(in.bytes(), segment.lowest);
        copy(in.bytes(), segment.highest);
        for (int column = 0; column < segment.columns; column++) {
            for (int block = 0; block < Segment.BLOCKS; block++) {
                int place = column * Segment.BLOCKS + block;
                segment.setChunk(column, block, segment.chunks[place]);
                segment.setBounds(column, block, segment.lowest[place] & 0xFF, segment.highest[place] & 0xFF);
            }
        }
        copy(in.longs(), segment.presence);
        segment.denseSlots = in.number();
        segment.dense = in.bytes();
        segment.sparseSlots = in.number();
        segment.sparse = in.bytes();
        segment.directory.indexExceptions(segment);
        segment.freeSparse = in.chars();
        segment.freeSparseSlots = segment.freeSparse.length;
        copy(in.ints(), segment.numbers);
        copy(in.ints(), segment.numberLowest);
        copy(in.ints(), segment.numberHighest);
        copy(in.longs(), segment.identities.parts);
        copy(in.longs(), segment.live);
        copy(in.longs(), segment.last);
        copy(in.longs(), segment.empty);
        copy(in.longs(), segment.recent);
        segment.recentRows = in.number();
        if (segment.recentRows > 0) {
            segment.recentWords = new int[Segment.ROWS][];
            for (int row = 0; row < Segment.ROWS; row++) {
                segment.recentWords[row] = segment.isRecent(row) ? in.ints() : null;
            }
        }
        segment.postings = Postings.of(in.ints(), in.ints(), in.chars());
        segment.used = in.number();
        segment.entries = in.number();
        return segment;
    }

    @SuppressWarnings("SuspiciousSystemArraycopy")
    private static void copy(Object from, Object to) throws SnapshotException {
        int length = Array.getLength(to);
        if (Array.getLength(from) != length) {
            throw new SnapshotException("the file is a damaged snapshot");
        }
        System.arraycopy(from, 0, to, 0, length);
    }
}
