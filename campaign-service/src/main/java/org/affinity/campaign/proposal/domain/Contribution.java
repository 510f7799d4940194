package org.affinity.campaign.proposal.domain;

import java.math.BigDecimal;

/**
 * What one signal adds to a score.
 *
 * @param signal name of the signal
 * @param weight its weight in the scoring model
 * @param value what was seen, or null when unknown
 * @param contribution what it adds
 * @param evidence where that comes from, in words
 */
public record Contribution(
        String signal, BigDecimal weight, BigDecimal value, BigDecimal contribution, String evidence) {}
