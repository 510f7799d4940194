package org.affinity.matching.match.domain;

/**
 * What keeps a creator out of a panel. Where no way in keeps every constraint, neither joining nor taking the place of
 * one member, it is what the way in that breaks fewest would break.
 */
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
    /** No way in keeps every constraint; the nearest costs more than the budget leaves. */
    BUDGET,
    /** No way in keeps every constraint; the nearest is to join, and every place is taken. */
    PLACES,
    /** No way in keeps every constraint; the nearest breaks a quota. */
    QUOTA,
    /** No way in keeps every constraint; the nearest breaks the least share of small creators. */
    SMALL_SHARE,
    /** No way in keeps every constraint; the nearest breaks several. */
    COMBINATION,
    /** A nearly equal creator whose turn is earlier has the place. */
    TURN,
    /** Adds no more than each member in whose place all constraints are kept. */
    OUTWEIGHED,
    /**
     * Would make the panel better, as the one that was found is not the best there is, see its gap and rotation; or not
     * every place could be tried, as overlaps are stated.
     */
    UNPROVEN
}
