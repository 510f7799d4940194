package org.affinity.reporting.report.domain;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.affinity.reporting.campaign.domain.Kpi;
import org.affinity.reporting.post.domain.Metric;
import org.affinity.reporting.post.domain.MetricSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class VerdictPropertyTest {

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldNeverContradictWhatComesOut(long seed) {
        // Given: the truth, of which some figures are known by network, some declared honestly, some not at all
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        long[] truth = random.longs(random.nextInt(8), 0, 1000).toArray();
        PostFacts[] posts = IntStream.range(0, truth.length)
                .mapToObj(i -> known(random.nextInt(3), truth[i]))
                .toArray(PostFacts[]::new);
        long total = LongStream.of(truth).sum();
        long target = Math.max(1, random.nextLong(4000));

        // When
        var verdict = Facts.verdict(Kpi.REACH, Long.toString(target), posts);

        // Then
        switch (verdict.verdict()) {
            case REACHED -> assertThat(total).isGreaterThanOrEqualTo(target);
            case NOT_REACHED -> assertThat(total).isLessThan(target);
            case INCONCLUSIVE -> assertThat(verdict.reason()).isNotBlank();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldNeverMakeALowerTargetHarder(long seed) {
        // Given
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        PostFacts[] posts = IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(i -> known(random.nextInt(3), random.nextLong(1000)))
                .toArray(PostFacts[]::new);
        long target = 2 + random.nextLong(3000);

        // When
        var verdict = Facts.verdict(Kpi.REACH, Long.toString(target), posts);
        var lower = Facts.verdict(Kpi.REACH, Long.toString(target - 1), posts);

        // Then
        if (verdict.verdict() == Verdict.REACHED) {
            assertThat(lower.verdict()).isEqualTo(Verdict.REACHED);
        }
        if (lower.verdict() == Verdict.NOT_REACHED) {
            assertThat(verdict.verdict()).isEqualTo(Verdict.NOT_REACHED);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldPutThePooledRateInsideItsInterval(long seed) {
        // Given
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        PostFacts[] posts = IntStream.range(0, 3 + random.nextInt(30))
                .mapToObj(i -> Facts.rated(MetricSource.NETWORK, random.nextLong(100), 1 + random.nextLong(5000)))
                .toArray(PostFacts[]::new);

        // When
        var rate = Facts.result(Kpi.ENGAGEMENT_RATE, posts);

        // Then
        assertThat(rate.value())
                .isBetween(rate.interval().low(), rate.interval().high());
        assertThat(rate.interval().low()).isGreaterThanOrEqualTo(BigDecimal.ZERO);
    }

    private static PostFacts known(int how, long value) {
        return switch (how) {
            case 0 -> Facts.network(Metric.REACH, value);
            case 1 -> Facts.declared(Metric.REACH, value);
            default -> Facts.unknown();
        };
    }
}
