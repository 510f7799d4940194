package org.affinity.matching.calibration;

import java.time.Instant;
import java.util.UUID;

/** What the events of a collaboration say of it, as far as predictions are kept for it. */
public record NotedCollaboration(
        UUID collaborationId,
        long version,
        UUID organisationId,
        UUID campaignId,
        UUID creatorId,
        UUID accountId,
        String platform,
        Instant invitedAt) {}
