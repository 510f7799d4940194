package org.affinity.matching.match.domain;

/**
 * From how many invitations on nobody is asked any more; null leaves a limit to the rules data.
 *
 * @param openInvitations from how many that wait for an answer on
 * @param invitationsLast30Days from how many in the last 30 days on
 */
public record SolicitationCap(Integer openInvitations, Integer invitationsLast30Days) {

    /** Both limits as in the rules data. */
    public static final SolicitationCap NONE = new SolicitationCap(null, null);
}
