package org.affinity.matching.match.domain;

/** Whether a creator may be proposed for a brief. */
sealed interface Verdict {

    /** May be proposed; with the best of the accounts that pass. */
    record Eligible(Scored scored) implements Verdict {}

    /** May not, because of this rule. */
    record Rejected(EligibilityRule rule) implements Verdict {}
}
