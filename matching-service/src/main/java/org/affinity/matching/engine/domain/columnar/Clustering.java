package org.affinity.matching.engine.domain.columnar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lays entries out anew, in the order of a layout, without rows that are not in use. */
final class Clustering {

    private static final int BUCKETS = 256;

    private final Segment[] sources;
    private final Layout layout;

    /** The sources are nobody else's. */
    Clustering(Segment[] sources, Layout layout) {
        this.sources = sources;
        this.layout = layout;
    }

    Segment[] run(SegmentBuilder builder) {
        int[][][] words = Arrays.stream(sources).map(Clustering::words).toArray(int[][][]::new);
        List<Segment> built = new ArrayList<>();
        for (int place : sorted()) {
            Segment source = sources[place / Segment.ROWS];
            int first = place % Segment.ROWS;
            if (!builder.hasRoom(source.lastRow(first) - first + 1)) {
                built.add(builder.build());
            }
            builder.add(source, first, words[place / Segment.ROWS]);
        }
        if (!builder.isEmpty()) {
            built.add(builder.build());
        }
        return built.toArray(Segment[]::new);
    }

    /** Places of entries, by one key after the other from the least telling on; each pass keeps the order before. */
    private int[] sorted() {
        int[] places = places();
        int[] other = new int[places.length];
        for (Layout.Key key : layout.keys().reversed()) {
            int[] starts = new int[BUCKETS + 1];
            byte[] codes = new byte[places.length];
            for (int i = 0; i < places.length; i++) {
                Segment source = sources[places[i] / Segment.ROWS];
                int column = key.column() == Layout.QUALITY ? source.columns - 1 : key.column();
                int code = source.code(column, places[i] % Segment.ROWS) >>> key.shift();
                codes[i] = (byte) code;
                starts[code + 1]++;
            }
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                starts[bucket + 1] += starts[bucket];
            }
            for (int i = 0; i < places.length; i++) {
                other[starts[codes[i] & 0xFF]++] = places[i];
            }
            int[] swapped = places;
            places = other;
            other = swapped;
        }
        return places;
    }

    private int[] places() {
        int[] places = new int
                [Arrays.stream(sources).mapToInt(source -> source.entries).sum()];
        int count = 0;
        for (int index = 0; index < sources.length; index++) {
            Segment source = sources[index];
            for (int row = 0; row < source.used; row++) {
                if (source.isLive(row) && source.firstRow(row) == row) {
                    places[count++] = index * Segment.ROWS + row;
                }
            }
        }
        return places;
    }

    /** Numbers of the words of each row. */
    static int[][] words(Segment source) {
        int[][] words = new int[Segment.ROWS][];
        int[] counts = new int[Segment.ROWS];
        for (int row : source.postings.rows()) {
            counts[row]++;
        }
        for (int row = 0; row < source.used; row++) {
            words[row] = source.isRecent(row) ? source.recentWords[row] : new int[counts[row]];
            counts[row] = 0;
        }
        Postings postings = source.postings;
        int[] numbers = postings.words();
        for (int word = 0; word < numbers.length; word++) {
            for (int i = postings.starts()[word]; i < postings.starts()[word + 1]; i++) {
                int row = postings.rows()[i];
                if (!source.isRecent(row)) {
                    words[row][counts[row]++] = numbers[word];
                }
            }
        }
        return words;
    }
}
