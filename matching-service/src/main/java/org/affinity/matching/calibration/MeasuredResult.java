package org.affinity.matching.calibration;

import java.time.Instant;
import java.util.UUID;

/** What {@code reporting.result.recorded.v1} says that a collaboration brought; null is unknown. */
public record MeasuredResult(
        UUID collaborationId,
        long version,
        UUID organisationId,
        UUID creatorId,
        int posts,
        Long impressions,
        Long reach,
        Long engagements,
        Instant recordedAt) {}
