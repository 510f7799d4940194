package org.affinity.profile.creator.domain;

/** What a creator has to do with a brand. */
public enum BrandRelation {
    /** Has worked with it. */
    WORKED_WITH,
    /** Would like to work with it. */
    WISHES,
    /** Loves it, whether or not there is work. */
    LOVES,
    /** Does not work with it, at any price. */
    REFUSES
}
