package org.affinity.profile.engagement.domain;

import java.math.BigDecimal;
import java.util.Random;
import java.util.function.BiConsumer;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.domain.PostFigure;
import org.affinity.profile.creator.domain.PostFigures;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class EngagementPropertyTest {

    private static final int RUNS = 2_000;
    private static final long SEED = Long.getLong("affinity.seed", 20_260_115L);

    private static void forEachSeed(BiConsumer<Random, String> property) {
        for (int run = 0; run < RUNS; run++) {
            long seed = SEED + run;
            property.accept(new Random(seed), "seed " + seed);
        }
    }

    /** A pool of 40 accounts with rates around 1 to 8 % on 12 posts each. */
    private static double[] pool(Random random) {
        double[] rates = new double[40];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = 0.03 * Math.exp(0.5 * random.nextGaussian());
        }
        return rates;
    }

    private static Prior priorOf(double[] rates) {
        double[] sorted = rates.clone();
        java.util.Arrays.sort(sorted);
        double lower = sorted[10];
        double upper = sorted[30];
        double fence = upper + 1.5 * (upper - lower);
        double mean = java.util.Arrays.stream(sorted)
                .map(rate -> Math.min(rate, fence))
                .average()
                .orElseThrow();
        double variance = java.util.Arrays.stream(sorted)
                        .map(rate -> Math.pow(Math.min(rate, fence) - mean, 2))
                        .sum()
                / (sorted.length - 1);
        return new Prior(mean, variance, fence, "test");
    }

    @Test
    void shouldNeverRankOnePostOfAHundredPercentFirst() {
        forEachSeed((random, seed) -> {
            // Given
            double[] rates = pool(random);
            Prior prior = priorOf(rates);
            long followers = 1L + random.nextInt(random.nextBoolean() ? 20 : 1_000_000);
            // When
            double one = prior.shrunk(1.0, 1, (double) followers);
            double best = java.util.Arrays.stream(rates)
                    .map(rate -> prior.shrunk(rate, 12, 5_000))
                    .max()
                    .orElseThrow();
            // Then
            assertThat(one).as(seed).isLessThan(best);
        });
    }

    @Test
    void shouldShrinkBetweenPoolAndObservationAndLessWithMorePosts() {
        forEachSeed((random, seed) -> {
            // Given
            Prior prior = priorOf(pool(random));
            double rate = random.nextDouble() * prior.ceiling();
            long followers = 1L + random.nextInt(100_000);
            int posts = 1 + random.nextInt(50);
            // When
            double few = prior.shrunk(rate, posts, (double) followers);
            double more = prior.shrunk(rate, posts + 1, (double) followers);
            // Then
            assertThat(few)
                    .as(seed)
                    .isBetween(Math.min(rate, prior.mean()) - 1e-12, Math.max(rate, prior.mean()) + 1e-12);
            assertThat(Math.abs(more - rate)).as(seed).isLessThanOrEqualTo(Math.abs(few - rate) + 1e-12);
        });
    }

    @Test
    void shouldGiveSameMeanAndPooledRateByFollowersAndKeepOrder() {
        forEachSeed((random, seed) -> {
            // Given
            int posts = 1 + random.nextInt(30);
            long followers = 1L + random.nextInt(1_000_000);
            var figures = new PostFigures(
                    posts,
                    null,
                    new PostFigure(null, null, (long) random.nextInt(100_000)),
                    new PostFigure(null, null, (long) random.nextInt(10_000)),
                    null,
                    null,
                    null,
                    null);
            // When
            BigDecimal mean = rate("followers-mean", followers, figures).value();
            BigDecimal pooled = rate("followers-pooled", followers, figures).value();
            // Then
            assertThat(mean.doubleValue()).as(seed).isCloseTo(pooled.doubleValue(), within(1e-9));
            assertThat(mean.signum()).as(seed).isNotNegative();
        });
    }

    @Test
    void shouldFindNoRatioForWhatIsExpectedAndOneForTwice() {
        forEachSeed((random, seed) -> {
            // Given
            var fit = new AudienceFit(
                    100, -0.3 * random.nextDouble(), -3, 0.5, 9, 50 + random.nextInt(100), java.time.Instant.EPOCH);
            long followers = 100L + random.nextInt(1_000_000);
            double expected = Math.exp(fit.intercept() + fit.slope() * Math.log((double) followers));
            // When
            var same = fit.ratioOf(expected, followers, 12);
            var twice = fit.ratioOf(2 * expected, followers, 12);
            var onePost = fit.ratioOf(expected, followers, 1);
            // Then
            assertThat(same.value()).as(seed).isCloseTo(0, within(1e-9));
            assertThat(twice.value()).as(seed).isCloseTo(1, within(1e-9));
            assertThat(same.low()).as(seed).isLessThan(0);
            assertThat(onePost.high() - onePost.low()).as(seed).isGreaterThan(same.high() - same.low());
        });
    }

    @Test
    void shouldAnswerReasonsNotErrors() {
        // Given
        var likes = new PostFigures(1, null, new PostFigure(BigDecimal.ONE, null, null), null, null, null, null, null);
        // When
        var nobody = rate("followers-mean", 0L, likes);
        var unknown = rate("followers-mean", null, likes);
        var none = rate("followers-mean", 10L, null);
        var missing = rate("followers-mean", 10L, likes);
        var noViews = rate("views-mean", 10L, likes);
        // Then
        assertThat(nobody.reason()).isEqualTo("NO_FOLLOWERS");
        assertThat(unknown.reason()).isEqualTo("MISSING_FOLLOWERS");
        assertThat(none.reason()).isEqualTo("NO_POST_FIGURES");
        assertThat(missing.reason()).isEqualTo("MISSING_COMMENTS");
        assertThat(noViews.reason()).isEqualTo("MISSING_COMMENTS");
    }

    private static EngagementRate rate(String definition, Long followers, PostFigures figures) {
        return EngagementRate.by(
                EngagementDefinitions.named(definition)
                        .ruleFor(Platform.INSTAGRAM)
                        .orElseThrow(),
                followers,
                figures);
    }
}
