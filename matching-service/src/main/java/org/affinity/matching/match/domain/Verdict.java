package org.affinity.matching.match.domain;

import java.util.List;

/** Whether a creator may be proposed for a brief. */
sealed interface Verdict {

    /** May be proposed with each of these accounts; there is at least one. */
    record Eligible(List<Offer> offers) implements Verdict {}

    /** May not, because of this rule. */
    record Rejected(EligibilityRule rule) implements Verdict {}
}
