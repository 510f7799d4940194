package org.affinity.reporting.report.domain;

import java.math.BigDecimal;
import java.time.Instant;
import org.affinity.reporting.campaign.domain.Kpi;
import org.affinity.reporting.post.domain.MetricSource;

/**
 * One indicator of a campaign with its provenance.
 *
 * @param value what is known, or null when nothing is; a lower bound while {@code unknownPosts > 0}
 * @param networkValue the part of the value that the networks vouch for, or null when there is none
 * @param unit {@code COUNT}, {@code RATE} or the currency of an amount
 * @param interval where the true rate lies, or null for sums and for samples too small
 * @param sampleSize posts with at least one known figure of this indicator
 * @param unknownPosts posts that lack a figure of this indicator
 * @param leftOutPosts posts whose figures are known and not counted, since creators declare them while networks vouch
 *     for others; null is 0, as reports of before know no such posts
 * @param source the weakest source that was counted, or null when nothing was
 * @param observedAt when the oldest counted figure was observed, or null when nothing was
 * @param reason why the value is null or only a bound; null when the value is complete
 */
public record KpiResult(
        Kpi kpi,
        BigDecimal value,
        BigDecimal networkValue,
        String unit,
        Interval interval,
        int sampleSize,
        int unknownPosts,
        Integer leftOutPosts,
        MetricSource source,
        Instant observedAt,
        String definition,
        String reason) {

    public KpiResult {
        leftOutPosts = leftOutPosts == null ? 0 : leftOutPosts;
    }
}
