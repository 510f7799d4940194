package org.affinity.campaign.proposal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one signal adds to a score.
 *
 * @param signal name of the signal
 * @param weight its weight in the scoring model
 * @param value what was seen, or null when unknown
 * @param contribution what it adds
 * @param source who says what it rests on, such as {@code NETWORK}; null when nothing is known
 * @param observedOn day that was observed, in UTC; null where none is known
 * @param evidence what it rests on, in words
 */
public record Contribution(
        String signal,
        BigDecimal weight,
        BigDecimal value,
        BigDecimal contribution,
        String source,
        LocalDate observedOn,
        String evidence) {}
