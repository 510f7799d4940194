package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.Schema;

/** The segments of an index, where each entry is in them, and how far they are from a good layout. */
final class Columns {

    /** Rows that may be out of order before anything is laid out anew while changes go on: some, and a share of all. */
    private static final int WORN_ROWS = 2 * Segment.ROWS;

    private static final int WORN_SHARE = 8;
    /** The share while hardly anything changes. */
    private static final int WORN_SHARE_AT_REST = 64;
    /** Segments that may be added and still have their filters kept. */
    private static final int SPARE_SEGMENTS = 64;

    private final Schema schema;
    private final Dictionary dictionary;
    private final FilterCache filters;
    private final IdIndex index;
    private final SegmentWriter writer;
    private final RecentWords recentWords = new RecentWords();

    private volatile Segment[] segments;
    private final AtomicInteger moves = new AtomicInteger();
    private final AtomicInteger worn = new AtomicInteger();

    /** Over segments whose entries may overlap: of an entry that is there twice, one is forgotten. */
    Columns(Schema schema, Dictionary dictionary, Segment[] segments) {
        this.schema = schema;
        this.dictionary = dictionary;
        this.segments = segments;
        writer = new SegmentWriter(qualityColumn() + 1, dictionary);
        filters = new FilterCache(segments.length + SPARE_SEGMENTS);
        index = new IdIndex(
                number -> this.segments[number],
                Arrays.stream(segments).mapToInt(segment -> segment.entries).sum());
        for (int number = 0; number < segments.length; number++) {
            segments[number].number = number;
            register(number);
        }
    }

    private void register(int number) {
        Segment segment = segments[number];
        for (int row = 0; row < segment.used; row++) {
            if (segment.isLive(row) && segment.firstRow(row) == row) {
                if (index.find(segment.identities.high(row), segment.identities.low(row)) >= 0) {
                    SegmentWriter.forget(segment, row);
                } else {
                    index.put(segment.identities.high(row), segment.identities.low(row), number * Segment.ROWS + row);
                }
            }
        }
    }

    Segment[] segments() {
        return segments;
    }

    Dictionary dictionary() {
        return dictionary;
    }

    /** The place of the column that has the mean of the layout's qualities. */
    int qualityColumn() {
        return schema.codes().size();
    }

    FilterCache filters() {
        return filters;
    }

    int size() {
        return index.size();
    }

    /** Twice how often an entry went from one place to another; odd while one does. */
    int moves() {
        return moves.get();
    }

    boolean isWorn() {
        return worn.get() > WORN_ROWS + segments.length * (Segment.ROWS / WORN_SHARE);
    }

    /** Whether it is worth while to lay everything out anew when nothing else is to be done. */
    boolean isWornAtRest() {
        return worn.get() > segments.length * (Segment.ROWS / WORN_SHARE_AT_REST);
    }

    /** Rows that are out of order. */
    int worn() {
        return worn.get();
    }

    long bytes() {
        return index.bytes()
                + filters.bytes()
                + Arrays.stream(segments).mapToLong(Segment::bytes).sum();
    }

    void put(Entry entry, byte[][] codes) {
        long high = entry.id().getMostSignificantBits();
        long low = entry.id().getLeastSignificantBits();
        int place = index.find(high, low);
        if (place < 0) {
            append(entry, codes);
            return;
        }
        Segment segment = segments[place / Segment.ROWS];
        int first = place % Segment.ROWS;
        if (segment.identities.version(first) > entry.version()) {
            return;
        }
        if (entry.rows().size() <= segment.lastRow(first) - first + 1) {
            if (writer.write(segment, first, entry, codes)) {
                wear(1);
            }
            recentWords.settle(segment);
        } else {
            moves.incrementAndGet();
            index.remove(high, low);
            SegmentWriter.forget(segment, first);
            append(entry, codes);
            moves.incrementAndGet();
        }
    }

    void remove(UUID id) {
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        int place = index.find(high, low);
        if (place >= 0) {
            index.remove(high, low);
            SegmentWriter.forget(segments[place / Segment.ROWS], place % Segment.ROWS);
            wear(1);
        }
    }

    private void append(Entry entry, byte[][] codes) {
        int rows = entry.rows().size();
        int number = segments.length - 1;
        if (number < 0 || start(segments[number], rows) + rows > Segment.ROWS) {
            number = grow();
        }
        Segment segment = segments[number];
        int start = start(segment, rows);
        segment.used = start + rows;
        writer.write(segment, start, entry, codes);
        recentWords.settle(segment);
        index.put(
                entry.id().getMostSignificantBits(),
                entry.id().getLeastSignificantBits(),
                number * Segment.ROWS + start);
        wear(rows);
    }

    private int grow() {
        Segment[] longer = Arrays.copyOf(segments, segments.length + 1);
        longer[segments.length] = Segment.of(schema);
        longer[segments.length].number = segments.length;
        segments = longer;
        return longer.length - 1;
    }

    /** Where rows can begin so that they lie in one block. */
    private static int start(Segment segment, int rows) {
        int left = Segment.BLOCK - segment.used % Segment.BLOCK;
        return rows <= left ? segment.used : segment.used + left;
    }

    private void wear(int rows) {
        worn.addAndGet(rows);
    }
}
