package org.affinity.campaign.brief.domain;

/**
 * From how many invitations on nobody is asked any more; null leaves a limit to matching.
 *
 * @param openInvitations most invitations that wait for an answer
 * @param invitationsLast30Days most invitations in the last 30 days
 */
public record SolicitationCap(Integer openInvitations, Integer invitationsLast30Days) {}
