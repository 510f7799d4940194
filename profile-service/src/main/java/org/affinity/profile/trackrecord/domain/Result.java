package org.affinity.profile.trackrecord.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one collaboration came to, as its report says.
 *
 * @param version a higher one corrects a lower one
 * @param brand whom it was for, or null when not told
 * @param windowFrom first day that was measured, or null when not told; the last is that of {@code recordedAt}
 */
public record Result(
        UUID resultId,
        UUID collaborationId,
        UUID creatorId,
        UUID campaignId,
        UUID organisationId,
        long version,
        String brand,
        String platform,
        Integer posts,
        LocalDate windowFrom,
        Instant recordedAt,
        List<KpiFigure> figures) {

    public Result {
        figures = List.copyOf(figures);
    }

    /** Whether anything was published: a collaboration without a post was accepted, not completed. */
    public boolean isDelivered() {
        return posts == null || posts > 0;
    }

    /** The known value of a figure. */
    public Optional<BigDecimal> value(String kpi) {
        return figures.stream()
                .filter(figure -> figure.kpi().equals(kpi) && figure.value() != null)
                .map(KpiFigure::value)
                .findFirst();
    }

    /** The same result without whose it was. */
    public Result anonymous() {
        return new Result(
                resultId, null, creatorId, null, null, version, null, platform, posts, windowFrom, recordedAt, figures);
    }
}
