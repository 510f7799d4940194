package org.affinity.profile.consent.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.profile.creator.domain.LawfulBasis;

/**
 * On what basis data from one source is held, or one channel is used.
 *
 * @param channel the channel; null for a source of data
 * @param withdrawnAt when consent was withdrawn or processing objected to; null while in force
 */
public record Consent(
        UUID id,
        Origin origin,
        String sourceName,
        Channel channel,
        LawfulBasis lawfulBasis,
        List<Purpose> purposes,
        String proofReference,
        Instant givenAt,
        Instant withdrawnAt) {

    public Consent {
        purposes = List.copyOf(purposes);
    }

    /** Whether it has not been withdrawn. */
    public boolean isInForce() {
        return withdrawnAt == null;
    }
}
