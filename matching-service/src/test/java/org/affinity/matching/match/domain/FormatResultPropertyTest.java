package org.affinity.matching.match.domain;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds for any creators and briefs; the seed is the argument of the failing test. */
class FormatResultPropertyTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldScoreSizeAndPriceByTheExpectationThatIsShown(long seed) {
        // Given
        RandomPool random = new RandomPool(seed);
        Brief brief = random.brief();

        // When
        MatchResult result = ShippedData.match(brief, random.candidates(300), 300);

        // Then
        for (Ranked ranked : result.ranking()) {
            Offer offer = ranked.offer();
            double ratio = offer.expectation().piece() == null
                    ? 1
                    : offer.expectation().piece().ratio().impressions();
            assertThat(offer.expectation().impressions())
                    .isEqualTo(ShippedData.EXPECTATIONS.of(offer.account()).impressions() * ratio);
            for (Contribution part : ranked.contributions()) {
                if (part.signal() == Signal.AUDIENCE_SIZE) {
                    Objective objective = SignalReadings.countable(brief).orElseThrow();
                    double amount = Math.floor(offer.expectation().of(objective.kpi()));
                    double half = objective.target().doubleValue() / brief.maxCreators();
                    assertThat(part.level()).isEqualTo(Levels.saturating(amount, half));
                }
                if (part.signal() == Signal.PRICE_FOR_EXPECTED_RESULT) {
                    int worth = ShippedData.PRICING.worth(offer.price(), offer.account(), offer.expectation());
                    assertThat(part.level() == null ? Levels.UNKNOWN : part.level())
                            .isEqualTo(worth);
                }
            }
        }
    }
}
