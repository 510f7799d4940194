package org.affinity.matching.engine.domain;

import java.util.List;

/**
 * What a search asks: who is eligible, what counts how much, how many are wanted.
 *
 * @param rules a row is eligible when all hold; who is not is counted under the first rule that none of their rows
 *     passes together with those before
 * @param terms the score of a row is their sum
 * @param k the longest list of hits, 0 or more
 */
public record Plan(List<Predicate> rules, List<Term> terms, int k) {

    public Plan {
        rules = List.copyOf(rules);
        terms = List.copyOf(terms);
        if (k < 0) {
            throw new IllegalArgumentException("k must not be negative");
        }
    }
}
