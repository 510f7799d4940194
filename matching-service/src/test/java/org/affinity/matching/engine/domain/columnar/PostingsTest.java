package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PostingsTest {

    private static final int SEED = 20_261_122;

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void shouldFindWordsHoweverFarTheirNumbersAreApart() {
        int[] words = {0, 5, 65_535, 65_536, 65_541, 1_000_000, 90_000_005};
        Postings postings = Postings.of(words, new int[] {0, 1, 2, 3, 4, 5, 6, 7}, new char[] {9, 8, 7, 6, 5, 4, 3});

        assertThat(postings.words()).containsExactly(words);
        for (int place = 0; place < words.length; place++) {
            assertThat(postings.find(words[place])).isEqualTo(place);
        }
        for (int absent : new int[] {1, 6, 65_537, 131_072, 1_000_001, 90_000_004, 90_000_006, Integer.MAX_VALUE}) {
            assertThat(postings.find(absent)).as("%d", absent).isNegative();
        }
    }

    @Test
    void shouldKeepTheRowsOfOthersAndTakeOverThoseOfNewWords() {
        for (int attempt = 0; attempt < 500; attempt++) {
            // Given: rows with words, some of which get others
            int range = 1 << random.nextInt(2, 26);
            NavigableMap<Integer, NavigableSet<Character>> expected = new TreeMap<>();
            long[] changed = new long[Segment.BLOCKS];
            Postings before = postings(expected, changed, range, false);
            expected.values().forEach(rows -> rows.removeIf(row -> (changed[row / Segment.BLOCK] >>> row & 1) != 0));
            Postings others = postings(expected, changed, range, true);
            expected.values().removeIf(NavigableSet::isEmpty);

            // When
            Postings after = before.without(changed).and(others);

            // Then
            assertThat(after.words())
                    .containsExactly(expected.keySet().stream()
                            .mapToInt(Integer::intValue)
                            .toArray());
            expected.forEach((word, rows) -> {
                int place = after.find(word);
                char[] found = Arrays.copyOfRange(after.rows(), after.starts()[place], after.starts()[place + 1]);
                assertThat(found).containsExactly(rows.toArray(Character[]::new));
            });
        }
    }

    /** Words of some rows, which are noted; of those that change, or of any while it is noted who changes. */
    private Postings postings(
            NavigableMap<Integer, NavigableSet<Character>> noted, long[] changed, int range, boolean ofChanged) {
        NavigableSet<Long> pairs = new TreeSet<>();
        for (int i = random.nextInt(60); i > 0; i--) {
            int row = random.nextInt(Segment.ROWS);
            if (!ofChanged && random.nextInt(3) == 0) {
                changed[row / Segment.BLOCK] |= 1L << row;
            }
            if (!ofChanged || (changed[row / Segment.BLOCK] >>> row & 1) != 0) {
                int word = random.nextInt(range);
                pairs.add((long) word << 32 | row);
                noted.computeIfAbsent(word, _ -> new TreeSet<>()).add((char) row);
            }
        }
        long[] all = pairs.stream().mapToLong(Long::longValue).toArray();
        return Postings.of(all, all.length);
    }
}
