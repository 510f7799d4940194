package org.affinity.matching.match.domain;

/** What the organisation wants to obtain. */
public enum Aim {
    RECRUIT,
    CONVINCE,
    RETAIN,
    VISIBILITY,
    FUNDRAISE
}
