package org.affinity.profile.responsiveness.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * An invitation and its answer, as the campaign told.
 *
 * @param state INVITED, ACCEPTED or DECLINED
 * @param respondedAt when it was answered; null while it is not
 */
public record Invitation(
        UUID collaborationId,
        UUID creatorId,
        UUID organisationId,
        long version,
        String state,
        Instant invitedAt,
        Instant respondedAt) {

    /** Whether it was answered. */
    public boolean isAnswered() {
        return respondedAt != null;
    }

    /** Whether the answer was yes. */
    public boolean isAccepted() {
        return "ACCEPTED".equals(state);
    }

    /** How long it waited for its answer, or has been waiting. */
    public Duration waited(Instant now) {
        Duration waited = Duration.between(invitedAt, isAnswered() ? respondedAt : now);
        return waited.isNegative() ? Duration.ZERO : waited;
    }

    /** Whether it was answered within that time. */
    public boolean isAnsweredWithin(Duration time) {
        return isAnswered() && waited(respondedAt).compareTo(time) <= 0;
    }
}
