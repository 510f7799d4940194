package org.affinity.profile.account.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.CurrentFigures;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Observation;
import org.affinity.profile.creator.domain.Snapshot;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FollowerGrowthPropertyTest {

    private static final int RUNS = 1_000;
    private static final long SEED = Long.getLong("affinity.seed", 20_260_115L);
    private static final List<MetricSource> SOURCES = List.of(MetricSource.values());
    private static final Instant START = Instant.parse("2025-01-01T12:00:00Z");

    private static void forEachSeed(BiConsumer<Random, String> property) {
        for (int run = 0; run < RUNS; run++) {
            long seed = SEED + run;
            property.accept(new Random(seed), "seed " + seed);
        }
    }

    private static Snapshot seen(int day, Long followers, Long views, MetricSource source) {
        Instant at = START.plus(day, ChronoUnit.DAYS);
        return new Snapshot(
                new UUID(day, source.name().hashCode()),
                new UUID(0, 0),
                Observation.of(new AccountMetrics(followers, null, views)),
                source,
                at,
                false,
                at,
                null,
                null);
    }

    private static FollowerGrowth growth(List<Snapshot> history) {
        return new FollowerGrowth(FollowerSeries.of(history, Instant.EPOCH));
    }

    @Test
    void shouldNotDependOnTheOrderOfArrival() {
        forEachSeed((random, seed) -> {
            // Given
            var history = new ArrayList<Snapshot>();
            for (int day = 0; day < 12; day++) {
                MetricSource source = SOURCES.get(random.nextInt(3));
                history.add(seen(
                        day,
                        random.nextInt(4) == 0 ? null : (Long) (long) random.nextInt(1_000_000),
                        random.nextInt(3) == 0 ? null : (Long) (long) random.nextInt(10_000),
                        source));
            }
            var shuffled = new ArrayList<>(history);
            Collections.shuffle(shuffled, random);
            // When
            var inOrder = CurrentFigures.of(history);
            var outOfOrder = CurrentFigures.of(shuffled);
            // Then
            assertThat(outOfOrder).as(seed).isEqualTo(inOrder);
            assertThat(growth(shuffled).absolute())
                    .as(seed)
                    .isEqualTo(growth(history).absolute());
            assertThat(growth(shuffled).jumps())
                    .as(seed)
                    .isEqualTo(growth(history).jumps());
        });
    }

    @Test
    void shouldFindTheRateOfSteadyGrowthAndNoJumpInIt() {
        forEachSeed((random, seed) -> {
            // Given
            double daily = -0.01 + 0.02 * random.nextDouble();
            var history = new ArrayList<Snapshot>();
            for (int day = 0; day <= 30; day++) {
                history.add(seen(day, Math.round(100_000 * Math.exp(daily * day)), null, MetricSource.NETWORK));
            }
            // When
            FollowerGrowth growth = growth(history);
            // Then
            assertThat(growth.per30Days().value().doubleValue())
                    .as(seed)
                    .isCloseTo(Math.exp(30 * daily) - 1, within(1e-4));
            assertThat(growth.volatility().value().doubleValue()).as(seed).isLessThan(1e-4);
            assertThat(growth.jumps()).as(seed).isEmpty();
        });
    }

    @Test
    void shouldFindEverySuddenJumpBothWays() {
        forEachSeed((random, seed) -> {
            // Given
            int jumpDay = 3 + random.nextInt(20);
            boolean isUp = random.nextBoolean();
            var history = new ArrayList<Snapshot>();
            for (int day = 0; day <= 25; day++) {
                double noise = 0.002 * random.nextGaussian();
                double level = day < jumpDay ? 1 : isUp ? 1.5 : 0.6;
                history.add(seen(
                        day, Math.round(50_000 * level * Math.exp(0.001 * day + noise)), null, MetricSource.NETWORK));
            }
            // When
            List<Jump> jumps = growth(history).jumps();
            // Then
            assertThat(jumps).as(seed).hasSize(1);
            assertThat(jumps.getFirst().direction()).as(seed).isEqualTo(isUp ? Jump.Direction.UP : Jump.Direction.DOWN);
            assertThat(jumps.getFirst().to()).as(seed).isEqualTo(START.plus(jumpDay, ChronoUnit.DAYS));
        });
    }

    @Test
    void shouldTellNothingFromTooLittle() {
        // Given
        List<Snapshot> once = List.of(seen(0, 5L, null, MetricSource.NETWORK));
        List<Snapshot> fromZero =
                List.of(seen(0, 0L, null, MetricSource.NETWORK), seen(9, 5L, null, MetricSource.NETWORK));
        // When
        FollowerGrowth nothing = growth(List.of());
        // Then
        assertThat(nothing.absolute().reason()).isEqualTo("TOO_FEW_OBSERVATIONS");
        assertThat(growth(once).per30Days().reason()).isEqualTo("TOO_FEW_OBSERVATIONS");
        assertThat(growth(fromZero).per30Days().reason()).isEqualTo("STARTED_FROM_ZERO");
        assertThat(growth(fromZero).absolute().value()).isEqualByComparingTo("5");
        assertThat(growth(fromZero).volatility().reason()).isEqualTo("TOO_FEW_OBSERVATIONS");
    }

    @Test
    void shouldNotMistakeADifferenceBetweenSourcesForGrowth() {
        // Given
        List<Snapshot> history = List.of(
                seen(0, 100L, null, MetricSource.DECLARED),
                seen(1, 110L, null, MetricSource.DECLARED),
                seen(2, 5_000L, null, MetricSource.NETWORK));
        // When
        var growth = growth(history).absolute();
        // Then
        assertThat(growth.value()).isEqualByComparingTo("10");
        assertThat(growth.source()).isEqualTo(MetricSource.DECLARED);
    }
}
