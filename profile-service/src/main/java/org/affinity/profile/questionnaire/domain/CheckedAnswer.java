package org.affinity.profile.questionnaire.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What the rules of a question say of an answer. */
public sealed interface CheckedAnswer {

    /** The answer, in the one form in which equal answers are equal. */
    record Accepted(JsonNode value) implements CheckedAnswer {

        /** Keeps the answer out of logs. */
        @Override
        public String toString() {
            return "Accepted[]";
        }
    }

    /** The rules that it breaks, at least one. */
    record Refused(List<BrokenRule> rules) implements CheckedAnswer {}

    /** An answer that breaks one rule. */
    static CheckedAnswer refused(String pointer, String rule, String fix) {
        return new Refused(List.of(new BrokenRule(pointer, rule, fix)));
    }
}
