package org.affinity.profile.trackrecord.messaging;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.json.Money;
import org.affinity.profile.trackrecord.domain.KpiFigure;
import org.affinity.profile.trackrecord.domain.Result;

/** What this service reads of {@value #TYPE}; what stands behind {@code recordedAt} may be missing. */
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
        List<KpiFigure> kpis) {

    static final String TYPE = "reporting.result.recorded.v1";

    Result result() {
        return new Result(
                resultId,
                collaborationId,
                creatorId,
                campaignId,
                organisationId,
                version,
                brand == null || brand.isBlank() ? null : brand,
                platform,
                posts,
                window == null ? null : window.from(),
                recordedAt,
                kpis == null ? figures() : kpis);
    }

    /** The figures of an event that does not define them: the contract says what they are. */
    private List<KpiFigure> figures() {
        List<KpiFigure> figures = new ArrayList<>();
        figures.add(count("IMPRESSIONS", impressions, "Impressions, summed over the posts"));
        figures.add(count("REACH", reach, "Reach of each post, summed"));
        figures.add(count("ENGAGEMENTS", engagements, "Likes, comments, shares and saves, summed over the posts"));
        if (donations != null) {
            figures.add(new KpiFigure(
                    "DONATIONS",
                    donations.decimal(),
                    donations.currency(),
                    "Donations, summed over the posts",
                    "NETWORK",
                    posts));
        }
        return figures;
    }

    private KpiFigure count(String kpi, Long value, String definition) {
        return new KpiFigure(
                kpi, value == null ? null : BigDecimal.valueOf(value), "COUNT", definition, "NETWORK", posts);
    }

    /** First day and last moment that were measured. */
    record Window(LocalDate from, Instant until) {}
}
