package org.affinity.matching.match.domain;

import java.util.function.IntFunction;
import org.affinity.matching.candidate.domain.Candidate;

/**
 * One thing of a creator that could be different, in steps of which each is a larger change than the one before.
 *
 * @param name what is changed
 * @param subject what of it; null where there is but one
 * @param unit of the values, or null
 * @param present the value now, or null
 * @param steps how far it can be changed; step 0 is no change
 * @param value the value after so many steps
 * @param text the change in words, by the value after so many steps
 * @param changed the creator after so many steps
 */
record Lever(
        String name,
        String subject,
        Counterfactual.Bound bound,
        String unit,
        String present,
        int steps,
        IntFunction<String> value,
        IntFunction<String> text,
        IntFunction<Candidate> changed) {

    /** Something that is so or not. */
    static Lever once(String name, String subject, String value, String text, Candidate changed) {
        return new Lever(
                name,
                subject,
                Counterfactual.Bound.EQUALS,
                null,
                null,
                1,
                _ -> value,
                _ -> text,
                _ -> changed);
    }
}
