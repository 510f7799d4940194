package org.affinity.campaign.brief.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.affinity.campaign.CampaignProblem;
import org.affinity.kit.problem.DomainException;

/**
 * A campaign in one of its states: {@code Draft → Published → Matched → Closed}. Only a state that allows a transition
 * has a method for it, so a forbidden one does not compile; callers with a state they do not know ask
 * {@link #requireDraft()} or {@link #requireRunning()} first.
 */
public sealed interface Campaign {

    CampaignIdentity identity();

    String name();

    Brief brief();

    CampaignState state();

    /** This campaign as a draft. */
    default Draft requireDraft() {
        return switch (this) {
            case Draft draft -> draft;
            case Running running ->
                throw new DomainException(
                        CampaignProblem.CAMPAIGN_NOT_DRAFT,
                        "The campaign is " + running.state() + ", no longer a draft.");
            case Closed _ ->
                throw new DomainException(CampaignProblem.CAMPAIGN_NOT_DRAFT, "The campaign is closed, no draft.");
        };
    }

    /** This campaign as one that is published and not closed. */
    default Running requireRunning() {
        return switch (this) {
            case Draft _ ->
                throw new DomainException(
                        CampaignProblem.CAMPAIGN_NOT_PUBLISHED, "The campaign is a draft; publish it first.");
            case Running running -> running;
            case Closed closed ->
                throw new DomainException(
                        CampaignProblem.CAMPAIGN_ALREADY_CLOSED,
                        "The campaign was closed at " + closed.closedAt() + ".");
        };
    }

    /** Being written: nobody else knows of it. */
    record Draft(CampaignIdentity identity, String name, Brief brief) implements Campaign {

        public Draft {
            Objects.requireNonNull(identity, "identity");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(brief, "brief");
        }

        @Override
        public CampaignState state() {
            return CampaignState.DRAFT;
        }

        /** Replaces name and brief. */
        public Draft revise(String newName, Brief newBrief) {
            return new Draft(identity, newName, newBrief);
        }

        /** Makes the brief public and final; refused once its last day has passed. */
        public Published publish(Instant now) {
            if (brief.endedBefore(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
                throw new DomainException(
                        CampaignProblem.CAMPAIGN_ENDED,
                        "The brief ends on " + brief.endsOn() + "; give it later dates before publishing it.");
            }
            return new Published(identity, name, brief, now);
        }
    }

    /** Published and not yet closed. */
    sealed interface Running extends Campaign {

        Instant publishedAt();

        /** Takes note of a proposal; a later proposal replaces an earlier one without a change of state. */
        Matched match();

        /** Ends the campaign for good. */
        default Closed close(Instant now) {
            return new Closed(identity(), name(), brief(), publishedAt(), now);
        }
    }

    /** Waiting for a mechanic and a panel. */
    record Published(CampaignIdentity identity, String name, Brief brief, Instant publishedAt) implements Running {

        @Override
        public CampaignState state() {
            return CampaignState.PUBLISHED;
        }

        @Override
        public Matched match() {
            return new Matched(identity, name, brief, publishedAt);
        }
    }

    /** Has a proposal, so that creators can be invited. */
    record Matched(CampaignIdentity identity, String name, Brief brief, Instant publishedAt) implements Running {

        @Override
        public CampaignState state() {
            return CampaignState.MATCHED;
        }

        @Override
        public Matched match() {
            return this;
        }
    }

    /** Over: nothing changes any more. */
    record Closed(CampaignIdentity identity, String name, Brief brief, Instant publishedAt, Instant closedAt)
            implements Campaign {

        @Override
        public CampaignState state() {
            return CampaignState.CLOSED;
        }

        /** Whether it was over at that moment already. */
        public boolean wasOverAt(Instant moment) {
            return !moment.isBefore(closedAt);
        }
    }
}
