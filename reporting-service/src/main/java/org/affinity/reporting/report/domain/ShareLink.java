package org.affinity.reporting.report.domain;

import java.time.Instant;
import java.util.UUID;

/** Lets anybody who has its token read one report until it expires. The token itself is kept nowhere. */
public record ShareLink(UUID shareLinkId, UUID reportId, UUID organisationId, Instant createdAt, Instant expiresAt) {

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
