package org.affinity.matching.candidate.domain;

import java.time.Instant;

/**
 * How a creator answered the invitations of the last 365 days.
 *
 * @param answerRate share answered within 7 days, shrunk by Jeffreys' prior; null when no invitation is that old
 * @param answerRateLow lower bound of its 90 % interval, or null
 * @param answerRateHigh upper bound, or null
 * @param acceptanceRate share of the answers that accept; null without answers
 * @param medianHoursToAnswer null when fewer than half are answered
 * @param openInvitations not answered, at most 30 days old
 * @param observedAt when this was counted
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
        Instant observedAt) {}
