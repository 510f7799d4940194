package org.affinity.matching.match.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntFunction;
import org.affinity.matching.candidate.domain.Candidate;

/**
 * One thing of a creator that could be different, in steps of which each is a larger change than the one before.
 *
 * @param name what is changed
 * @param subject what of it; null where there is but one
 * @param unit of the values, or null
 * @param present the value now, or null
 * @param place of the account that alone is changed; null where it is the creator
 * @param signals those whose values the change may move; the others stay as they are
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
        Integer place,
        Set<Signal> signals,
        int steps,
        IntFunction<String> value,
        IntFunction<String> text,
        IntFunction<Candidate> changed) {

    /** Whether words of the creator may change: those that are changed step by step are figures. */
    boolean movesWords() {
        return steps == 1;
    }

    boolean moves(int account) {
        return place == null || place == account;
    }

    /** Something that is so or not. */
    static Lever once(String name, String subject, String value, String text, Candidate changed) {
        return once(name, subject, Counterfactual.Bound.EQUALS, null, value, text, changed);
    }

    /**
     * A day that would do.
     *
     * @param present the day now, or null
     */
    static Lever day(
            String name,
            String subject,
            Counterfactual.Bound bound,
            LocalDate present,
            LocalDate value,
            String text,
            Candidate changed) {
        return once(name, subject, bound, present == null ? null : present.toString(), value.toString(), text, changed);
    }

    private static Lever once(
            String name,
            String subject,
            Counterfactual.Bound bound,
            String present,
            String value,
            String text,
            Candidate changed) {
        return new Lever(
                name,
                subject,
                bound,
                null,
                present,
                null,
                EnumSet.allOf(Signal.class),
                1,
                _ -> value,
                _ -> text,
                _ -> changed);
    }
}
