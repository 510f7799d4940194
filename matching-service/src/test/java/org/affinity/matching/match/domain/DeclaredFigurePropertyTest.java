package org.affinity.matching.match.domain;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.MetricSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds for any creators and briefs, whoever tells their figures; the seed is the argument of the failing test. */
class DeclaredFigurePropertyTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldWidenTheBoundsForLessSureSourcesAndKeepTheScore(long seed) {
        // Given
        int size = 150;

        // When
        List<List<Ranked>> rankings = Stream.of(MetricSource.NETWORK, MetricSource.DECLARED, MetricSource.ESTIMATED)
                .map(source -> {
                    RandomPool random = new RandomPool(seed, source);
                    Brief brief = random.brief();
                    return ShippedData.match(brief, random.candidates(size), size)
                            .ranking();
                })
                .toList();

        // Then
        for (int place = 0; place < rankings.getFirst().size(); place++) {
            Ranked measured = rankings.getFirst().get(place);
            Ranked declared = rankings.get(1).get(place);
            Ranked estimated = rankings.get(2).get(place);
            assertThat(List.of(declared.points(), estimated.points())).containsOnly(measured.points());
            for (int i = 0; i < measured.contributions().size(); i++) {
                Contribution sure = measured.contributions().get(i);
                Contribution stated = declared.contributions().get(i);
                Contribution guessed = estimated.contributions().get(i);
                assertThat(sure.points()).isBetween(sure.lowPoints(), sure.highPoints());
                assertThat(stated.lowPoints()).isBetween(guessed.lowPoints(), sure.lowPoints());
                assertThat(stated.highPoints()).isBetween(sure.highPoints(), guessed.highPoints());
            }
        }
    }
}
