package org.affinity.matching.engine.domain.columnar;

import java.util.List;
import java.util.Set;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.Row;

/** Changes rows of segments in place; the caller sees to it that nobody else writes. */
final class SegmentWriter {

    private final ChunkWriter chunks;
    private final Dictionary dictionary;
    /** By row of the entry: a hash of its words, and their numbers unless it has the same already. */
    private final long[] hashes = new long[Entry.MOST_ROWS];

    private final int[][] words = new int[Entry.MOST_ROWS][];

    /** For segments of so many columns of codes. */
    SegmentWriter(int columns, Dictionary dictionary) {
        chunks = new ChunkWriter(columns);
        this.dictionary = dictionary;
    }

    /**
     * Writes an entry into rows that hold nothing yet or the entry's former state; says whether bounds got wider.
     *
     * @param codes of each row, as they are stored
     */
    boolean write(Segment segment, int first, Entry entry, byte[][] codes) {
        boolean isNew = !segment.isLive(first);
        int formerLast = isNew ? first : segment.lastRow(first);
        int last = first + entry.rows().size() - 1;
        boolean loosened = false;
        // What takes long comes before the write, during which nobody can read the segment; for further rows it has to
        // wait, as it depends on what is written for those before.
        compareWords(segment, first, entry);
        chunks.prepare(segment, first, codes[0]);
        segment.beginWrite();
        try {
            for (int row = first; row <= last; row++) {
                Row content = entry.rows().get(row - first);
                if (row > first) {
                    chunks.prepare(segment, row, codes[row - first]);
                }
                loosened |= chunks.write(segment, row, codes[row - first]);
                numbers(segment, row, content.numbers());
                words(segment, row, row - first);
                for (int set = 0; set < segment.sets; set++) {
                    boolean isEmpty = content.keywords().get(set).isEmpty();
                    set(segment.empty, set * Segment.BLOCKS + row / Segment.BLOCK, row, isEmpty);
                }
                segment.identities.set(row, entry.id(), entry.version());
                set(segment.last, row / Segment.BLOCK, row, row == last);
                set(segment.live, row / Segment.BLOCK, row, true);
            }
            drop(segment, last + 1, formerLast);
            segment.entries += isNew ? 1 : 0;
            segment.memberships += isNew || last != formerLast ? 1 : 0;
        } finally {
            segment.endWrite();
        }
        return loosened;
    }

    /** Forgets the entry whose first row is given. */
    static void forget(Segment segment, int first) {
        segment.beginWrite();
        try {
            drop(segment, first, segment.lastRow(first));
            segment.entries--;
            segment.memberships++;
        } finally {
            segment.endWrite();
        }
    }

    private static void drop(Segment segment, int first, int last) {
        for (int row = first; row <= last; row++) {
            set(segment.live, row / Segment.BLOCK, row, false);
            set(segment.last, row / Segment.BLOCK, row, true);
            segment.identities.clear(row);
            if (segment.recentWords != null) {
                segment.recentWords[row] = null;
            }
        }
    }

    private static void numbers(Segment segment, int row, int[] numbers) {
        int block = row / Segment.BLOCK;
        boolean isLive = segment.isLive(row);
        boolean isFirst = segment.isFirstOfBlock(row);
        for (int column = 0; column < segment.numberColumns; column++) {
            int number = numbers[column];
            if (isLive && segment.numbers[column * Segment.ROWS + row] == number) {
                continue;
            }
            segment.numbers[column * Segment.ROWS + row] = number;
            int bound = column * Segment.BLOCKS + block;
            segment.numberLowest[bound] = isFirst ? number : Math.min(number, segment.numberLowest[bound]);
            segment.numberHighest[bound] = isFirst ? number : Math.max(number, segment.numberHighest[bound]);
        }
    }

    private void compareWords(Segment segment, int first, Entry entry) {
        for (int place = 0; place < entry.rows().size(); place++) {
            List<Set<String>> keywords = entry.rows().get(place).keywords();
            int row = first + place;
            hashes[place] = Dictionary.hash(keywords);
            boolean isKnown = segment.isLive(row) && segment.identities.wordHash(row) == hashes[place];
            words[place] = isKnown ? null : dictionary.add(keywords);
        }
    }

    private void words(Segment segment, int row, int place) {
        if (words[place] == null) {
            return;
        }
        segment.identities.setWordHash(row, hashes[place]);
        if (segment.recentWords == null) {
            segment.recentWords = new int[Segment.ROWS][];
        }
        segment.recentWords[row] = words[place];
        if (!segment.isRecent(row)) {
            set(segment.recent, row / Segment.BLOCK, row, true);
            segment.recentRows++;
        }
    }

    private static void set(long[] bits, int word, int row, boolean value) {
        if (value) {
            bits[word] |= 1L << row;
        } else {
            bits[word] &= ~(1L << row);
        }
    }
}
