package org.affinity.profile.account.domain;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sudden change of an account's followers. */
@Schema(name = "FollowerJump", description = "A sudden change of the number of followers.")
public record Jump(
        @Schema(description = "UP or DOWN.", examples = "UP")
        Direction direction,

        @Schema(description = "Observation before the change.", examples = "2026-01-14T08:00:00Z")
        Instant from,

        @Schema(description = "Observation after it.", examples = "2026-01-15T08:00:00Z")
        Instant to,

        @Schema(description = "Followers before.", examples = "8200")
        long followersBefore,

        @Schema(description = "Followers after.", examples = "19400")
        long followersAfter,

        @Schema(description = "Robust z-score of the daily log growth.", examples = "41.3")
        BigDecimal score) {

    /** Which way the followers went. */
    public enum Direction {
        UP,
        DOWN
    }
}
