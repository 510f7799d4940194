package org.affinity.campaign.proposal.domain;

/**
 * How many creators one rule kept out.
 *
 * @param rule name of the rule
 * @param count creators for whom it was the reason
 */
public record Rejection(String rule, long count) {}
