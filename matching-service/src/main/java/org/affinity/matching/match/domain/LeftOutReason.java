package org.affinity.matching.match.domain;

/** What keeps a creator out of a panel; each is tried. */
public enum LeftOutReason {
    /** The match excludes the creator. */
    EXCLUDED,
    /** The panel is chosen from others. */
    NOT_IN_POOL,
    /** More speaks against the creator than for. */
    SCORE_BELOW_ZERO,
    /** Costs more than one creator may take of the budget. */
    PRICE_ABOVE_SHARE,
    /** Nobody is proposed. */
    NO_PANEL,
    /** Could join, and adds nothing. */
    ADDS_NOTHING,
    /** The price is above what is left of the budget, whichever one member makes room. */
    BUDGET,
    /** Every place is taken, and nobody can make room. */
    PLACES,
    /** A quota would be broken, whichever one member makes room. */
    QUOTA,
    /** The least share of small creators would be broken, whichever one member makes room. */
    SMALL_SHARE,
    /** Several constraints would be broken, whichever one member makes room. */
    COMBINATION,
    /** A nearly equal creator whose turn is earlier has the place. */
    TURN,
    /** Adds no more than each member in whose place all constraints are kept. */
    OUTWEIGHED,
    /** Would make the panel better: the one that was found is not the best there is, see its gap and rotation. */
    UNPROVEN
}
