package org.affinity.matching.match.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.MetricSource;
import org.affinity.matching.candidate.domain.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.affinity.matching.match.domain.BriefBuilder.brief;
import static org.affinity.matching.match.domain.CandidateBuilder.candidate;
import static org.assertj.core.api.Assertions.assertThat;

/** Figures that no network tells make a score less sure, and leave it as it is. */
class DeclaredFigureTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldBeTheLessSureTheLessSureTheSourceAndScoreTheSame(long seed) {
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

    @ParameterizedTest
    @EnumSource(
            value = Signal.class,
            names = {
                "ENGAGEMENT_VERSUS_PEERS",
                "CREDIBILITY",
                "AUDIENCE_SIZE",
                "PRICE_FOR_EXPECTED_RESULT",
                "AUDIENCE_COUNTRY",
                "AUDIENCE_CITY"
            })
    void shouldWidenEverySignalThatRestsOnFigures(Signal signal) {
        // When
        Contribution measured = part(signal, MetricSource.NETWORK);
        Contribution declared = part(signal, MetricSource.DECLARED);

        // Then
        assertThat(measured.lowPoints()).isEqualTo(measured.points()).isEqualTo(measured.highPoints());
        assertThat(declared.points()).isEqualTo(measured.points());
        assertThat(declared.lowPoints()).isLessThan(declared.points());
        assertThat(declared.highPoints()).isGreaterThan(declared.points());
    }

    @Test
    void shouldLeaveAloneWhatAnAudienceIsMeasuredToBe() {
        // Given: figures that are declared, an audience that a network tells of
        CandidateBuilder candidate = candidate(1)
                .account(Platform.INSTAGRAM, 8_000L, 0.05)
                .audience(AudienceDimension.COUNTRY, Map.of("FR", 0.5));

        // When
        Contribution country = Explained.part(Signal.AUDIENCE_COUNTRY, candidate, brief().countries("FR"));
        Contribution engagement = Explained.part(Signal.ENGAGEMENT_VERSUS_PEERS, candidate, brief());

        // Then
        assertThat(country.lowPoints()).isEqualTo(country.points()).isEqualTo(country.highPoints());
        assertThat(engagement.lowPoints()).isLessThan(engagement.points());
    }

    private static Contribution part(Signal signal, MetricSource source) {
        CandidateBuilder candidate = candidate(1)
                .account(Platform.INSTAGRAM, 8_000L, 0.05)
                .available(EngagementType.PAID, "150", "EUR")
                .credibility(0.6)
                .audience(AudienceDimension.COUNTRY, Map.of("FR", 0.4))
                .audience(AudienceDimension.CITY, Map.of("FR:Lyon", 0.4))
                .source(source);
        BriefBuilder brief = brief().countries("FR").target(Asked.cities(null, new Place("FR", "Lyon")));
        return Explained.part(signal, candidate, brief);
    }
}
