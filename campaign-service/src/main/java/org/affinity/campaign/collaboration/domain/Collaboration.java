package org.affinity.campaign.collaboration.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.affinity.campaign.CampaignProblem;
import org.affinity.kit.problem.DomainException;

/**
 * One creator working on one campaign, in one of its states: {@code Invited → Accepted | Declined}. The creator answers
 * once, while the campaign runs.
 */
public sealed interface Collaboration {

    Invitation invitation();

    CollaborationState state();

    /** This collaboration as one that still waits for the creator's answer. */
    default Invited requireInvited() {
        return switch (this) {
            case Invited invited -> invited;
            case Answered answered ->
                throw new DomainException(
                        CampaignProblem.COLLABORATION_ALREADY_ANSWERED,
                        "The invitation was " + answered.state() + " at " + answered.respondedAt() + ".");
        };
    }

    /** Waits for the creator's answer. */
    record Invited(Invitation invitation) implements Collaboration {

        public Invited {
            Objects.requireNonNull(invitation, "invitation");
        }

        @Override
        public CollaborationState state() {
            return CollaborationState.INVITED;
        }

        /** The creator takes part. */
        public Accepted accept(Instant now) {
            requireRunning(now);
            return new Accepted(invitation, now);
        }

        /**
         * The creator does not take part.
         *
         * @param reason in the creator's words, or null
         */
        public Declined decline(Instant now, String reason) {
            requireRunning(now);
            return new Declined(invitation, now, reason);
        }

        private void requireRunning(Instant now) {
            Terms terms = invitation.terms();
            if (terms.campaignClosedAt() != null) {
                throw new DomainException(
                        CampaignProblem.CAMPAIGN_ALREADY_CLOSED,
                        "The campaign was closed at " + terms.campaignClosedAt() + "; it takes no answers any more.");
            }
            if (terms.endsOn().isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
                throw new DomainException(
                        CampaignProblem.CAMPAIGN_ENDED,
                        "The campaign ended on " + terms.endsOn() + "; it takes no answers any more.");
            }
        }
    }

    /** The creator has answered, for good. */
    sealed interface Answered extends Collaboration {

        Instant respondedAt();
    }

    /** The creator takes part. */
    record Accepted(Invitation invitation, Instant respondedAt) implements Answered {

        @Override
        public CollaborationState state() {
            return CollaborationState.ACCEPTED;
        }
    }

    /**
     * The creator does not take part.
     *
     * @param reason in the creator's words, or null
     */
    record Declined(Invitation invitation, Instant respondedAt, String reason) implements Answered {

        @Override
        public CollaborationState state() {
            return CollaborationState.DECLINED;
        }

        /** Without the reason, which is the creator's own. */
        @Override
        public String toString() {
            return "Declined[" + invitation + "]";
        }
    }
}
