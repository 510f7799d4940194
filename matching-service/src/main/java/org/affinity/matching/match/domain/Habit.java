package org.affinity.matching.match.domain;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What creators should do in everyday life.
 *
 * @param question id of a question of a questionnaire
 * @param anyOf answers of which any one fits: ids of choices, or numbers, true and false as text
 */
public record Habit(String question, Set<String> anyOf) {

    public Habit {
        anyOf = Collections.unmodifiableSet(new TreeSet<>(anyOf));
    }
}
