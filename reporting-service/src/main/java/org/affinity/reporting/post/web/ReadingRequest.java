package org.affinity.reporting.post.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.affinity.kit.json.Money;
import org.affinity.reporting.post.domain.Metric;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Figures of a post at one moment. */
@Schema(description = "Figures of a post as observed at one moment. Leave out what is not known: it stays unknown.")
public record ReadingRequest(
        @Schema(
                description = "When the figures were observed; not before the publication, not in the future.",
                examples = "2026-03-21T08:00:00Z")
        @NotNull
        Instant observedAt,

        @Schema(description = "Times the post was displayed.", examples = "48210", nullable = true)
        @PositiveOrZero
        @Max(MAX)
        Long impressions,

        @Schema(description = "Distinct accounts that saw it.", examples = "31940", nullable = true)
        @PositiveOrZero
        @Max(MAX)
        Long reach,

        @Schema(description = "Likes and other positive reactions.", examples = "2104", nullable = true)
        @PositiveOrZero
        @Max(MAX)
        Long likes,

        @Schema(description = "Comments under the post.", examples = "87", nullable = true) @PositiveOrZero @Max(MAX)
        Long comments,

        @Schema(description = "Shares and reposts.", examples = "41", nullable = true) @PositiveOrZero @Max(MAX)
        Long shares,

        @Schema(description = "Times it was saved.", examples = "156", nullable = true) @PositiveOrZero @Max(MAX)
        Long saves,

        @Schema(description = "Video plays, as the platform counts.", examples = "52000", nullable = true)
        @PositiveOrZero
        @Max(MAX)
        Long views,

        @Schema(description = "Money given through the post.", nullable = true) @Valid
        Money donations) {

    /** The largest whole number that every JSON reader keeps exactly. */
    static final long MAX = 9_007_199_254_740_991L;

    Map<Metric, BigDecimal> values() {
        Map<Metric, BigDecimal> values = new EnumMap<>(Metric.class);
        put(values, Metric.IMPRESSIONS, impressions);
        put(values, Metric.REACH, reach);
        put(values, Metric.LIKES, likes);
        put(values, Metric.COMMENTS, comments);
        put(values, Metric.SHARES, shares);
        put(values, Metric.SAVES, saves);
        put(values, Metric.VIEWS, views);
        if (donations != null) {
            values.put(Metric.DONATIONS, donations.decimal());
        }
        return values;
    }

    private static void put(Map<Metric, BigDecimal> values, Metric metric, Long count) {
        if (count != null) {
            values.put(metric, BigDecimal.valueOf(count));
        }
    }
}
