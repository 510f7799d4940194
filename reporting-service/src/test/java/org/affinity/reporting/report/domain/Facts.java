package org.affinity.reporting.report.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.reporting.campaign.domain.Campaign;
import org.affinity.reporting.campaign.domain.Kpi;
import org.affinity.reporting.campaign.domain.Objective;
import org.affinity.reporting.post.domain.Measures;
import org.affinity.reporting.post.domain.Metric;
import org.affinity.reporting.post.domain.MetricSource;
import org.affinity.reporting.post.domain.Reading;

/** Builds the posts and campaigns of tests. */
final class Facts {

    static final Instant OBSERVED = Instant.parse("2026-03-01T08:00:00Z");
    static final Instant CLOSED = Instant.parse("2026-04-01T08:00:00Z");

    private final List<Reading> readings = new ArrayList<>();
    private MetricSource recordedBy = MetricSource.DECLARED;

    static Facts post() {
        return new Facts();
    }

    static PostFacts network(Metric metric, long value) {
        return post().with(MetricSource.NETWORK, metric, value).facts();
    }

    static PostFacts declared(Metric metric, long value) {
        return post().with(MetricSource.DECLARED, metric, value).facts();
    }

    /** A post with the five figures of the engagement rate, all engagements being likes. */
    static PostFacts rated(MetricSource source, long engagements, long reach) {
        return post().with(source, Metric.LIKES, engagements)
                .with(source, Metric.COMMENTS, 0)
                .with(source, Metric.SHARES, 0)
                .with(source, Metric.SAVES, 0)
                .with(source, Metric.REACH, reach)
                .facts();
    }

    /** Such a post of that collaboration; by itself each post is of a collaboration of its own. */
    static PostFacts rated(UUID collaborationId, long engagements, long reach) {
        PostFacts post = rated(MetricSource.NETWORK, engagements, reach);
        return new PostFacts(post.postId(), collaborationId, post.address(), post.recordedBy(), post.measures());
    }

    /** The same post as another collaboration names it. */
    static PostFacts alsoNamedBy(PostFacts other, PostFacts post) {
        return new PostFacts(
                post.postId(), post.collaborationId(), other.address(), post.recordedBy(), post.measures());
    }

    static PostFacts unknown() {
        return post().facts();
    }

    Facts recordedBy(MetricSource source) {
        recordedBy = source;
        return this;
    }

    Facts with(MetricSource source, Metric metric, long value) {
        return with(source, metric, BigDecimal.valueOf(value), null);
    }

    Facts with(MetricSource source, Metric metric, BigDecimal value, String currency) {
        Map<Metric, BigDecimal> values = new EnumMap<>(Metric.class);
        values.put(metric, value);
        readings.add(new Reading(UUID.randomUUID(), source, OBSERVED, OBSERVED, values, currency));
        return this;
    }

    PostFacts facts() {
        UUID postId = UUID.randomUUID();
        return new PostFacts(postId, UUID.randomUUID(), "//post.example/" + postId, recordedBy, Measures.of(readings));
    }

    static ObjectiveVerdict verdict(Kpi kpi, String target, PostFacts... posts) {
        return report(kpi, target, posts).verdicts().getFirst();
    }

    static KpiResult result(Kpi kpi, PostFacts... posts) {
        return new Measurement(campaign(kpi, "1"), Arrays.asList(posts)).result(kpi);
    }

    static Report report(Kpi kpi, String target, PostFacts... posts) {
        return new Measurement(campaign(kpi, target), Arrays.asList(posts)).report(UUID.randomUUID(), 1, CLOSED);
    }

    private static Campaign campaign(Kpi kpi, String target) {
        var objective = new Objective(UUID.randomUUID(), "VISIBILITY", kpi.name(), new BigDecimal(target));
        return new Campaign(
                UUID.randomUUID(),
                UUID.randomUUID(),
                3,
                "CLOSED",
                "Spring",
                "Maison",
                "EUR",
                List.of(objective),
                LocalDate.parse("2026-02-01"),
                LocalDate.parse("2026-03-31"),
                CLOSED);
    }
}
