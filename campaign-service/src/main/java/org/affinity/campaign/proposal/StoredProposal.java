package org.affinity.campaign.proposal;

import org.affinity.campaign.proposal.domain.Proposal;

/**
 * A proposal as it is stored.
 *
 * @param proposal what matching answered
 * @param version 1 for the campaign's first proposal, one more for each that replaced another
 */
public record StoredProposal(Proposal proposal, long version) {}
