package org.affinity.reporting.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.json.Money;
import org.affinity.reporting.campaign.domain.Campaign;
import org.affinity.reporting.campaign.domain.Collaboration;
import org.affinity.reporting.report.domain.CollaborationResult;

/**
 * Payload of {@code reporting.result.recorded.v1}: what the networks vouch for; null is unknown. A collaboration has
 * one result, which bears its id. Brand and window are null when the campaign is not known yet.
 */
record ResultRecorded(
        UUID resultId,
        long version,
        UUID campaignId,
        UUID collaborationId,
        UUID creatorId,
        UUID organisationId,
        int posts,
        Long impressions,
        Long reach,
        Long engagements,
        Money donations,
        Instant recordedAt,
        String brand,
        String platform,
        Window window,
        List<Figure> kpis) {

    static final String TYPE = "reporting.result.recorded.v1";

    ResultRecorded {
        kpis = List.copyOf(kpis);
    }

    static ResultRecorded of(
            Collaboration collaboration, CollaborationResult result, Optional<Campaign> campaign, Instant now) {
        String currency = campaign.map(Campaign::currency).orElse(null);
        return new ResultRecorded(
                collaboration.collaborationId(),
                1,
                collaboration.campaignId(),
                collaboration.collaborationId(),
                collaboration.creatorId(),
                collaboration.organisationId(),
                result.posts(),
                whole(result.impressions()),
                whole(result.reach()),
                whole(result.engagements()),
                result.donations() == null ? null : Money.of(result.donations(), currency),
                now,
                campaign.map(Campaign::brand).orElse(null),
                collaboration.platform(),
                campaign.map(known -> new Window(known.startsOn(), now)).orElse(null),
                figures(result, currency));
    }

    private static List<Figure> figures(CollaborationResult result, String currency) {
        int posts = result.posts();
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.count("IMPRESSIONS", result.impressions(), "Impressions, summed over the posts", posts));
        figures.add(Figure.count("REACH", result.reach(), "Gross reach: the reach of each post, summed", posts));
        figures.add(Figure.count(
                "ENGAGEMENTS",
                result.engagements(),
                "Likes + comments + shares + saves, summed over the posts",
                posts));
        if (result.donations() != null) {
            figures.add(new Figure(
                    "DONATIONS",
                    result.donations(),
                    currency,
                    "Donations in the currency of the campaign's budget, summed over the posts",
                    "NETWORK",
                    posts));
        }
        return figures;
    }

    private static Long whole(BigDecimal count) {
        return count == null ? null : count.longValueExact();
    }

    /** First day and last moment that were measured. */
    record Window(LocalDate from, Instant until) {}

    /** One figure with its definition. */
    record Figure(String kpi, BigDecimal value, String unit, String definition, String source, int sampleSize) {

        static Figure count(String kpi, BigDecimal value, String definition, int posts) {
            return new Figure(kpi, value, "COUNT", definition, "NETWORK", posts);
        }
    }
}
