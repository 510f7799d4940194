package org.affinity.matching.match.domain;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.affinity.matching.candidate.domain.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.affinity.matching.match.domain.CandidateBuilder.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ExposureRotationTest {

    private static final int SHOWN = 10;

    /** Forty creators, each 1,000 points (0.004) behind the one before. */
    private static final List<Scored> BEST_FIRST = IntStream.range(0, 40)
            .mapToObj(number -> new Scored(candidate(number).build(), 0, 100_000 - 1_000 * number))
            .toList();

    static LongStream seeds() {
        return LongStream.rangeClosed(0, 30);
    }

    private static ExposureRotation.Rotated rotate(Long seed, Double tolerance) {
        return ExposureRotation.of(
                BEST_FIRST, new Exposure(Exposure.Policy.ROTATE, seed, tolerance), ShippedData.AS_OF, SHOWN);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldLetNobodyPassWhoIsWorseByMoreThanTheTolerance(long seed) {
        // When
        ExposureRotation.Rotated rotated = rotate(seed, 0.012);

        // Then
        List<Scored> order = rotated.order();
        assertThat(order).containsExactlyInAnyOrderElementsOf(BEST_FIRST);
        for (int i = 0; i < order.size(); i++) {
            for (int j = i + 1; j < order.size(); j++) {
                assertThat(order.get(j).points() - order.get(i).points()).isLessThanOrEqualTo(3_000);
            }
        }
        assertThat(rotated.report().largestLoss()).isLessThanOrEqualTo(0.012);
    }

    @Test
    void shouldGiveTheSameOrderForTheSameSeedOnly() {
        // When
        List<Scored> once = rotate(7L, 0.02).order();

        // Then
        assertThat(rotate(7L, 0.02).order()).isEqualTo(once);
        assertThat(rotate(8L, 0.02).order()).isNotEqualTo(once);
    }

    @Test
    void shouldGiveEveryNearlyEqualCreatorATurn() {
        // Given
        Set<Long> first = new TreeSet<>();

        // When
        seeds().forEach(seed ->
                first.add(rotate(seed, 0.02).order().getFirst().creatorId().getLeastSignificantBits()));

        // Then
        assertThat(first).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void shouldDrawTheTurnsOfNeighboursIndependently() {
        // Given
        Set<List<Scored>> orders = new HashSet<>();

        // When
        for (long seed = 0; seed < 100; seed++) {
            orders.add(rotate(seed, 0.02).order().stream()
                    .filter(BEST_FIRST.subList(0, 3)::contains)
                    .toList());
        }

        // Then
        assertThat(orders).hasSize(6);
    }

    @Test
    void shouldStateWhatItCosts() {
        // When
        ExposureReport report = rotate(3L, 0.02).report();

        // Then
        List<Scored> order = rotate(3L, 0.02).order();
        int best =
                BEST_FIRST.subList(0, SHOWN).stream().mapToInt(Scored::points).sum();
        int shown = order.subList(0, SHOWN).stream().mapToInt(Scored::points).sum();
        assertThat(report.scoreLost()).isCloseTo((best - shown) * 0.000004, within(1e-9));
        assertThat(report.enteredCreators()).isEqualTo((int) order.subList(0, SHOWN).stream()
                .filter(scored -> scored.creatorId().getLeastSignificantBits() >= SHOWN)
                .count());
        assertThat(report.movedPlaces()).isEqualTo((int) IntStream.range(0, SHOWN)
                .filter(place -> !order.get(place).equals(BEST_FIRST.get(place)))
                .count());
        assertThat(report.movedPlaces()).isBetween(1, SHOWN - 1);
        int largest = IntStream.range(0, SHOWN)
                .map(place -> BEST_FIRST.get(place).points() - order.get(place).points())
                .max()
                .orElseThrow();
        assertThat(report.largestLoss()).isCloseTo(largest * 0.000004, within(1e-9));
        assertThat(report.seed()).isEqualTo(3L);
    }

    @Test
    void shouldKeepTheBestFirstUnlessAskedToRotate() {
        // When
        ExposureRotation.Rotated rotated =
                ExposureRotation.of(BEST_FIRST, Exposure.BEST_FIRST, ShippedData.AS_OF, SHOWN);

        // Then
        assertThat(rotated.order()).isEqualTo(BEST_FIRST);
        assertThat(rotated.report()).isEqualTo(new ExposureReport(Exposure.Policy.BEST_FIRST, null, null, 0, 0, 0, 0));
    }

    @Test
    void shouldTurnWithTheDayWithoutASeed() {
        // Given
        Exposure exposure = new Exposure(Exposure.Policy.ROTATE, null, null);

        // When
        ExposureReport today = ExposureRotation.of(BEST_FIRST, exposure, ShippedData.AS_OF, SHOWN)
                .report();
        ExposureReport tomorrow = ExposureRotation.of(
                        BEST_FIRST, exposure, ShippedData.AS_OF.plus(Duration.ofDays(1)), SHOWN)
                .report();

        // Then
        assertThat(tomorrow.seed()).isEqualTo(today.seed() + 1);
        assertThat(today.tolerance()).isEqualTo(0.02);
    }

    @Test
    void shouldGiveATurnToThoseWhomTheRankingWouldNotHaveShown() {
        // Given
        List<Candidate> equals = LongStream.rangeClosed(1, 12)
                .mapToObj(number -> candidate(number).build())
                .toList();
        Set<UUID> shown = new TreeSet<>();

        // When
        for (long seed = 0; seed < 40; seed++) {
            Exposure exposure = new Exposure(Exposure.Policy.ROTATE, seed, null);
            Brief brief = BriefBuilder.brief()
                    .conditions(new Conditions(null, null, null, null, null, null, null, null, null, exposure))
                    .build();
            ShippedData.MATCHER
                    .match(brief, null, Map.of(), ShippedData.pool(equals), ShippedData.AS_OF, RankingOptions.best(2))
                    .ranking()
                    .forEach(ranked -> shown.add(ranked.offer().candidate().creatorId()));
        }

        // Then
        assertThat(shown).hasSize(12);
    }
}
