package org.affinity.matching.engine.domain.columnar;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.Hit;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.engine.domain.Schema;
import org.affinity.matching.engine.domain.Term;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecentWordsTest {

    private static final Schema SCHEMA = new Schema(List.of(), List.of(), List.of("topics"));
    private static final int ENTRIES = 3 * RecentWords.MOST_ROWS + 7;

    private final Segment segment = new Segment(1, 0, 1);
    private final Dictionary dictionary = new Dictionary(1);
    private final SegmentWriter writer = new SegmentWriter(1, dictionary);
    private final RecentWords recentWords = new RecentWords();
    private final ColumnarEngine engine = new ColumnarEngine(SCHEMA, Layout.NONE, new PlainKernel(), Runnable::run);

    @Test
    void shouldLeaveFewRowsToLookThroughOneByOneHoweverManyCome() {
        for (int row = 0; row < ENTRIES; row++) {
            write(row, "food", "word" + row);
        }

        assertThat(segment.recentRows).isEqualTo(ENTRIES % RecentWords.MOST_ROWS);
        assertThat(rowsOf("food"))
                .containsExactly(
                        IntStream.range(0, ENTRIES - segment.recentRows).toArray());
        assertThat(rowsOf("word70")).containsExactly(70);
    }

    @Test
    void shouldForgetTheWordsThatARowHadBefore() {
        for (int row = 0; row < RecentWords.MOST_ROWS; row++) {
            write(row, "food");
        }
        for (int row = RecentWords.MOST_ROWS - 1; row >= 0; row--) {
            write(row, row % 2 == 0 ? "travel" : "food", "music");
        }

        assertThat(rowsOf("travel"))
                .hasSize(RecentWords.MOST_ROWS / 2)
                .contains(0)
                .doesNotContain(1);
        assertThat(rowsOf("food"))
                .hasSize(RecentWords.MOST_ROWS / 2)
                .contains(1)
                .doesNotContain(0);
        assertThat(rowsOf("music")).hasSize(RecentWords.MOST_ROWS);
        assertThat(rowsOf("unknown")).isEmpty();
    }

    @Test
    void shouldFindEverybodyByTheirWordsWhereverTheseLie() {
        for (int number = 0; number < ENTRIES; number++) {
            engine.put(entry(number, number % 3 == 0 ? Set.of("food", "travel") : Set.of("travel")));
        }
        var term = new Term.KeywordPoints(0, List.of("food"), new int[] {0, 10}, 0);

        List<Hit> hits =
                engine.search(new Plan(List.of(), List.of(term), ENTRIES)).hits();

        assertThat(hits.stream()
                        .filter(hit -> hit.points() == 10)
                        .map(hit -> hit.id().getLeastSignificantBits() % 3))
                .hasSize((ENTRIES + 2) / 3)
                .containsOnly(0L);
    }

    private void write(int row, String... words) {
        Entry entry = entry(row, Set.of(words));
        writer.write(segment, row, entry, new byte[][] {{1}});
        recentWords.settle(segment);
    }

    private static Entry entry(int number, Set<String> words) {
        return new Entry(new UUID(0, number), 1, List.of(new Row(new byte[0], new int[0], List.of(words))));
    }

    private int[] rowsOf(String word) {
        int[] known = dictionary.known(0, List.of(word));
        int place = known.length == 0 ? -1 : segment.postings.find(known[0]);
        return place < 0
                ? new int[0]
                : IntStream.range(
                                segment.postings.starts()[place],
                                segment.postings.starts()[place + 1])
                        .map(i -> segment.postings.rows()[i])
                        .toArray();
    }
}
