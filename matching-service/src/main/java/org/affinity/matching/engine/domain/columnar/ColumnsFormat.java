package org.affinity.matching.engine.domain.columnar;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.affinity.matching.engine.domain.Schema;

/** All columns in a snapshot: segments, then the words that occur in them. */
final class ColumnsFormat {

    private ColumnsFormat() {}

    /**
     * Writes segments one after the other.
     *
     * @param segments as many as the count says; copies, so that changes go on
     * @param words asked for after the last segment
     */
    static void write(SnapshotWriter out, int count, Stream<Segment> segments, Supplier<List<Dictionary.Word>> words)
            throws IOException {
        BitSet used = new BitSet();
        out.number(count);
        for (Segment segment : (Iterable<Segment>) segments::iterator) {
            SegmentFormat.write(segment, out);
            segment.words().forEach(used::set);
        }
        List<Dictionary.Word> known = words.get();
        out.number(known.size());
        for (int number = 0; number < known.size(); number++) {
            Dictionary.Word word = used.get(number) ? known.get(number) : Dictionary.Word.UNUSED;
            out.number(word.set());
            out.text(word.text());
        }
    }

    /** What a file holds. */
    record Restored(SnapshotLabel label, Columns columns) {}

    /** Nothing is made of segments before the whole file is known to be sound. */
    static Restored read(SnapshotReader in, Schema schema) throws IOException {
        Segment[] segments = new Segment[in.count(1)];
        for (int number = 0; number < segments.length; number++) {
            segments[number] = SegmentFormat.read(Segment.of(schema), in);
        }
        Dictionary dictionary = new Dictionary(schema.keywordSets().size());
        for (int left = in.count(1); left > 0; left--) {
            Dictionary.Word word = new Dictionary.Word(in.number(), in.text());
            if (word.equals(Dictionary.Word.UNUSED)) {
                dictionary.skip();
            } else {
                dictionary.add(word.set(), word.text());
            }
        }
        SnapshotLabel label = in.finish();
        return new Restored(label, new Columns(schema, dictionary, segments));
    }
}
