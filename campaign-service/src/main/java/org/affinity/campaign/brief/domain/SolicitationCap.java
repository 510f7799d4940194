package org.affinity.campaign.brief.domain;

/**
 * From how many invitations on nobody is asked any more; null leaves a limit to matching.
 *
 * @param openInvitations from how many that wait for an answer on
 * @param invitationsLast30Days from how many in the last 30 days on
 */
public record SolicitationCap(Integer openInvitations, Integer invitationsLast30Days) {}
