package org.affinity.reporting.report.domain;

/** What can honestly be said of an objective at the end of a campaign. */
public enum Verdict {
    /** What the networks vouch for is at least the target. */
    REACHED,
    /** Everything is known and it is below the target. */
    NOT_REACHED,
    /** What is known does not decide it. */
    INCONCLUSIVE
}
