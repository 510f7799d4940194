package org.affinity.reporting.campaign.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * The local copy of one creator's work on one campaign, as the last event told.
 *
 * @param agreedAt when the creator accepted; null before that, and when it is not known
 */
public record Collaboration(
        UUID collaborationId,
        UUID campaignId,
        UUID organisationId,
        UUID creatorId,
        long version,
        String state,
        String platform,
        String handle,
        Instant agreedAt) {

    /** The state in which a collaboration has posts. */
    public static final String ACCEPTED = "ACCEPTED";

    /** In place of the creator where a row had to stay when its creator was erased. */
    private static final UUID ERASED = new UUID(0, 0);

    /** Whether the creator was erased: then there is nobody whom a result could be told of. */
    public boolean isOfErasedCreator() {
        return ERASED.equals(creatorId);
    }

    public boolean accepted() {
        return ACCEPTED.equals(state);
    }

    @Override
    public String toString() {
        return "Collaboration[" + collaborationId + ", " + state + ", version " + version + "]";
    }
}
