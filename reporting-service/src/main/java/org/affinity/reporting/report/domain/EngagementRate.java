package org.affinity.reporting.report.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.affinity.reporting.campaign.domain.Kpi;
import org.affinity.reporting.post.domain.Metric;
import org.affinity.reporting.post.domain.MetricSource;
import org.affinity.reporting.post.domain.Observation;

/**
 * The pooled engagement rate by reach: engagements of all posts over reach of all posts, for posts whose five figures
 * are known. Figures of networks alone are used as long as there are any; declared ones only when nothing else is
 * there. The interval takes the collaboration for its unit: the posts of one creator resemble each other.
 */
final class EngagementRate {

    static final String DEFINITION =
            "(likes + comments + shares + saves) / reach, both summed over the posts whose five figures are known, by"
                    + " the networks alone as soon as they know those of one; the interval is that of the ratio of the collaborations' sums, from three collaborations on";

    private static final double LEVEL = 0.95;
    private static final int SCALE = 6;
    private static final Set<Metric> NEEDED = needed();

    private EngagementRate() {}

    static KpiResult of(Collection<PostFacts> posts) {
        Sample network = Sample.of(posts, MetricSource.NETWORK);
        Sample all = Sample.of(posts, MetricSource.DECLARED);
        Sample used = network.usable() ? network : all;
        return used.usable() ? used.result(all.posts(), posts.size()) : unknown(posts.size());
    }

    private static KpiResult unknown(int posts) {
        String reason = posts == 0
                ? "No post was recorded before the measurement closed."
                : "No post has all of likes, comments, shares, saves and a reach above zero.";
        return new KpiResult(
                Kpi.ENGAGEMENT_RATE, null, null, "RATE", null, 0, posts, 0, null, null, DEFINITION, reason);
    }

    private static Set<Metric> needed() {
        Set<Metric> needed = EnumSet.copyOf(Metric.ENGAGEMENTS);
        needed.add(Metric.REACH);
        return Set.copyOf(needed);
    }

    /** The posts whose figures are known at least as well as a source vouches, summed by collaboration. */
    private record Sample(MetricSource source, int posts, List<RatioEstimate.Pair> pairs, Instant oldest) {

        static Sample of(Collection<PostFacts> posts, MetricSource weakest) {
            Map<UUID, RatioEstimate.Pair> pairs = new LinkedHashMap<>();
            int known = 0;
            List<Instant> observed = new ArrayList<>();
            for (PostFacts post : posts) {
                List<Observation> figures = NEEDED.stream()
                        .map(metric -> figure(post, metric, weakest))
                        .flatMap(Optional::stream)
                        .toList();
                if (figures.size() == NEEDED.size()) {
                    known++;
                    pairs.merge(post.collaborationId(), pair(post, weakest), RatioEstimate.Pair::plus);
                    figures.forEach(figure -> observed.add(figure.observedAt()));
                }
            }
            return new Sample(
                    weakest,
                    known,
                    List.copyOf(pairs.values()),
                    observed.stream().min(Comparator.naturalOrder()).orElse(null));
        }

        private static Optional<Observation> figure(PostFacts post, Metric metric, MetricSource weakest) {
            return weakest == MetricSource.NETWORK
                    ? post.measures().from(MetricSource.NETWORK, metric)
                    : post.measures().best(metric);
        }

        private static RatioEstimate.Pair pair(PostFacts post, MetricSource weakest) {
            double engagements = Metric.ENGAGEMENTS.stream()
                    .map(metric -> figure(post, metric, weakest).orElseThrow().value())
                    .mapToDouble(BigDecimal::doubleValue)
                    .sum();
            double reach =
                    figure(post, Metric.REACH, weakest).orElseThrow().value().doubleValue();
            return new RatioEstimate.Pair(engagements, reach);
        }

        boolean usable() {
            return pairs.stream().anyMatch(pair -> pair.base() > 0);
        }

        /**
         * The rate of this sample.
         *
         * @param known posts whose figures are known, whoever vouches for them
         * @param all posts
         */
        KpiResult result(int known, int all) {
            RatioEstimate estimate = RatioEstimate.of(pairs);
            BigDecimal rate = decimal(estimate.ratio());
            int missing = all - known;
            int leftOut = known - posts;
            return new KpiResult(
                    Kpi.ENGAGEMENT_RATE,
                    rate,
                    source == MetricSource.NETWORK ? rate : null,
                    "RATE",
                    estimate.hasInterval() ? interval(estimate) : null,
                    posts,
                    missing,
                    leftOut,
                    source,
                    oldest,
                    DEFINITION,
                    reason(missing, leftOut));
        }

        private static String reason(int missing, int leftOut) {
            List<String> without = new ArrayList<>();
            if (missing > 0) {
                without.add(Counted.posts(missing) + " without all five figures");
            }
            if (leftOut > 0) {
                without.add(
                        Counted.posts(leftOut) + " whose figures creators declare, since networks vouch for others");
            }
            return without.isEmpty() ? null : "Left out: " + String.join("; ", without) + ".";
        }

        private static Interval interval(RatioEstimate estimate) {
            double margin = estimate.margin(LEVEL);
            return new Interval(
                    decimal(Math.max(0, estimate.ratio() - margin)),
                    decimal(estimate.ratio() + margin),
                    BigDecimal.valueOf(LEVEL));
        }

        private static BigDecimal decimal(double value) {
            return BigDecimal.valueOf(value).setScale(SCALE, RoundingMode.HALF_EVEN);
        }
    }
}
