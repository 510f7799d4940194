package org.affinity.profile.creator.domain;

import java.time.Instant;

/**
 * How a creator answered invitations, as last told to other services.
 *
 * @param invitations invitations in the window
 * @param answers of these, those answered
 * @param answerRate share of those at least a week old that were answered within a week; null when none is that old
 * @param answerRateLow lower bound of its 90 % interval
 * @param answerRateHigh upper bound
 * @param acceptanceRate share of the answers that accept; null without answers
 * @param medianHoursToAnswer null when fewer than half are answered
 * @param openInvitations still waiting for an answer
 * @param invitationsLast30Days how much the creator is solicited
 */
public record Responsiveness(
        int invitations,
        int answers,
        Double answerRate,
        Double answerRateLow,
        Double answerRateHigh,
        Double acceptanceRate,
        Double medianHoursToAnswer,
        int openInvitations,
        int invitationsLast30Days,
        Instant observedAt) {

    /** The same figures, taken at another time. */
    public Responsiveness at(Instant time) {
        return new Responsiveness(
                invitations,
                answers,
                answerRate,
                answerRateLow,
                answerRateHigh,
                acceptanceRate,
                medianHoursToAnswer,
                openInvitations,
                invitationsLast30Days,
                time);
    }
}
