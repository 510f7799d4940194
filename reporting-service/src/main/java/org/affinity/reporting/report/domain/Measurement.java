package org.affinity.reporting.report.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.affinity.reporting.campaign.domain.Campaign;
import org.affinity.reporting.campaign.domain.Kpi;
import org.affinity.reporting.campaign.domain.Objective;
import org.affinity.reporting.post.domain.Metric;
import org.affinity.reporting.post.domain.MetricSource;

/** Turns the posts of a campaign into its indicators and verdicts. */
public final class Measurement {

    private final Campaign campaign;
    private final List<PostFacts> posts;
    private final Map<Kpi, KpiResult> results = new EnumMap<>(Kpi.class);

    /** Measures a campaign by the posts of its accepted collaborations. */
    public Measurement(Campaign campaign, List<PostFacts> posts) {
        this.campaign = campaign;
        this.posts = PostFacts.distinct(posts);
        Arrays.stream(Kpi.values()).forEach(kpi -> results.put(kpi, measure(kpi)));
    }

    /** The report that says so. */
    public Report report(UUID reportId, int acceptedCollaborations, Instant completedAt) {
        return new Report(
                reportId,
                1,
                campaign.campaignId(),
                campaign.organisationId(),
                campaign.name(),
                campaign.brand(),
                new Window(campaign.startsOn(), completedAt),
                acceptedCollaborations,
                campaign.objectives().stream().map(this::verdict).toList(),
                List.copyOf(results.values()),
                completedAt);
    }

    KpiResult result(Kpi kpi) {
        return results.get(kpi);
    }

    private ObjectiveVerdict verdict(Objective objective) {
        return Kpi.named(objective.kpi())
                .map(kpi -> Judge.judge(objective, result(kpi)))
                .orElseGet(() -> Judge.unmeasured(objective));
    }

    private KpiResult measure(Kpi kpi) {
        return switch (kpi) {
            case IMPRESSIONS -> sum(kpi, Set.of(Metric.IMPRESSIONS), "COUNT", "Impressions, summed over the posts");
            case REACH ->
                sum(
                        kpi,
                        Set.of(Metric.REACH),
                        "COUNT",
                        "Gross reach: the reach of each post, summed; people reached by several posts or creators"
                                + " count several times");
            case ENGAGEMENTS ->
                sum(kpi, Metric.ENGAGEMENTS, "COUNT", "Likes + comments + shares + saves, summed over the posts");
            case ENGAGEMENT_RATE -> EngagementRate.of(posts);
            case POSTS -> postCount();
            case DONATIONS ->
                sum(
                        kpi,
                        Set.of(Metric.DONATIONS),
                        campaign.currency(),
                        "Donations in the currency of the campaign's budget, summed over the posts");
        };
    }

    private KpiResult sum(Kpi kpi, Set<Metric> metrics, String unit, String definition) {
        return Tally.of(posts, metrics, campaign.currency()).result(kpi, unit, definition);
    }

    private KpiResult postCount() {
        long confirmed = posts.stream().filter(PostFacts::confirmed).count();
        boolean allConfirmed = confirmed == posts.size();
        return new KpiResult(
                Kpi.POSTS,
                BigDecimal.valueOf(posts.size()),
                BigDecimal.valueOf(confirmed),
                "COUNT",
                null,
                posts.size(),
                0,
                0,
                posts.isEmpty() ? null : allConfirmed ? MetricSource.NETWORK : MetricSource.DECLARED,
                null,
                "Posts recorded for the campaign, each address once; the networks vouch for those with a figure of"
                        + " theirs",
                posts.isEmpty() ? "No post was recorded before the measurement closed." : null);
    }
}
