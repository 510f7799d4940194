package org.affinity.matching.match.domain;

/**
 * From how many invitations on nobody is asked any more; null leaves a limit to {@link EligibilityData}.
 *
 * @param openInvitations invitations that wait for an answer
 * @param invitationsLast30Days invitations in the last 30 days
 */
public record SolicitationCap(Integer openInvitations, Integer invitationsLast30Days) {}
