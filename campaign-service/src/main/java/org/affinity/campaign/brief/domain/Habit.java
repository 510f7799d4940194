package org.affinity.campaign.brief.domain;

import java.util.List;

/**
 * A habit that creators should have.
 *
 * @param question id of a question that creators answer
 * @param anyOf answers of which any one fits
 */
public record Habit(String question, List<String> anyOf) {

    public Habit {
        anyOf = List.copyOf(anyOf);
    }
}
