package org.affinity.reporting.post.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.affinity.kit.json.Money;
import org.affinity.reporting.post.domain.Metric;
import org.affinity.reporting.post.domain.Reading;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A recorded reading. */
@Schema(description = "Figures of a post as they were recorded; null is unknown. Readings are never changed.")
public record ReadingView(
        @Schema(description = "Id of the reading.", examples = "01994f60-1111-7c3d-9c55-0d5f3a1b2c3d")
        UUID readingId,

        @Schema(description = "The post that was read.", examples = "01994f5f-2222-7c3d-9c55-0d5f3a1b2c3d")
        UUID postId,

        @Schema(
                description = "Who vouches for the figures, by the role of the sender: NETWORK for partners and"
                        + " operators, DECLARED for creators. Expect more values.",
                examples = "NETWORK")
        String source,

        @Schema(description = "When the figures were observed.", examples = "2026-03-21T08:00:00Z")
        Instant observedAt,

        @Schema(description = "When they were recorded.", examples = "2026-03-21T08:00:05Z")
        Instant recordedAt,

        @Schema(description = "Times the post was displayed.", examples = "48210", nullable = true)
        Long impressions,

        @Schema(description = "Distinct accounts that saw it.", examples = "31940", nullable = true)
        Long reach,

        @Schema(description = "Likes and other positive reactions.", examples = "2104", nullable = true)
        Long likes,

        @Schema(description = "Comments under the post.", examples = "87", nullable = true)
        Long comments,

        @Schema(description = "Shares and reposts.", examples = "41", nullable = true)
        Long shares,

        @Schema(description = "Times it was saved.", examples = "156", nullable = true)
        Long saves,

        @Schema(description = "Video plays, as the platform counts.", examples = "52000", nullable = true)
        Long views,

        @Schema(description = "Money given through the post.", nullable = true)
        Money donations) {

    static ReadingView of(UUID postId, Reading reading) {
        BigDecimal donations = reading.values().get(Metric.DONATIONS);
        return new ReadingView(
                reading.readingId(),
                postId,
                reading.source().name(),
                reading.observedAt(),
                reading.recordedAt(),
                count(reading, Metric.IMPRESSIONS),
                count(reading, Metric.REACH),
                count(reading, Metric.LIKES),
                count(reading, Metric.COMMENTS),
                count(reading, Metric.SHARES),
                count(reading, Metric.SAVES),
                count(reading, Metric.VIEWS),
                donations == null ? null : Money.of(donations, reading.donationCurrency()));
    }

    private static Long count(Reading reading, Metric metric) {
        BigDecimal value = reading.values().get(metric);
        return value == null ? null : value.longValueExact();
    }
}
