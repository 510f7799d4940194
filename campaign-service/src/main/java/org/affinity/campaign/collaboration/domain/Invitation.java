package org.affinity.campaign.collaboration.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What was sent to one creator; it never changes, save that the campaign may close.
 *
 * @param collaborationId names the collaboration
 * @param terms what the campaign says
 * @param invitee who is asked
 * @param message written for this creator alone
 * @param invitedAt when it was sent
 */
public record Invitation(UUID collaborationId, Terms terms, Invitee invitee, String message, Instant invitedAt) {

    public Invitation {
        Objects.requireNonNull(collaborationId, "collaborationId");
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(invitee, "invitee");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(invitedAt, "invitedAt");
    }

    /** Without the message, which names a person. */
    @Override
    public String toString() {
        return "Invitation[collaborationId=" + collaborationId + "]";
    }
}
