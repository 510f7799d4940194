package org.affinity.bench.matching;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.ExhaustiveEngine;
import org.affinity.matching.engine.domain.columnar.ColumnarEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What is measured side by side gives the same answers, or the times would mean nothing. */
class ContendersTest {

    private static final int SIZE = 3_000;
    private static final int K = 20;

    @TempDir
    Path directory;

    @Test
    void shouldGiveTheSameAnswers() throws IOException {
        // Given
        Creators creators = new Creators(SIZE);
        ExhaustiveEngine plain = new ExhaustiveEngine(World.schema());
        ColumnarEngine engine = ColumnarContender.empty();
        for (int number = 0; number < SIZE; number++) {
            plain.put(creators.entry(number));
            engine.put(creators.entry(number));
        }
        engine.cluster();
        ScanContender scan = new ScanContender(creators);
        try (LuceneIndex index = LuceneIndex.build(creators, directory)) {
            LuceneContender lucene = new LuceneContender(index);
            LuceneAnswerContender whole = new LuceneAnswerContender(index);
            for (Brief brief : BriefLaw.briefs(60)) {
                // When
                Answer expected = plain.search(brief.plan(K));

                // Then
                assertThat(new ColumnarContender(engine).answer(brief, K)).isEqualTo(expected);
                assertThat(scan.top(brief, K)).isEqualTo(expected.hits());
                assertThat(scan.eligible()).isEqualTo(expected.eligible());
                assertThat(lucene.top(brief, K)).isEqualTo(expected.hits());
                assertThat(whole.answer(brief, K)).isEqualTo(expected);
            }
        }
    }

    @Test
    void shouldMakeEachCreatorFromItsNumberAlone() {
        Creators few = new Creators(50);
        Creators more = new Creators(80);
        assertThat(IntStream.range(0, World.CODES)
                        .allMatch(column ->
                                IntStream.range(0, 50).allMatch(i -> few.codes[column][i] == more.codes[column][i])))
                .isTrue();
        assertThat(few.changed(7, 1).rows().getFirst().code(World.OWN_COUNTRY))
                .isEqualTo(few.entry(7).rows().getFirst().code(World.OWN_COUNTRY));
    }
}
