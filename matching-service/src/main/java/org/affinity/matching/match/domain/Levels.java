package org.affinity.matching.match.domain;

import org.affinity.matching.engine.domain.Row;

/**
 * Values of signals in whole levels from 0 (speaks against) to 250 (speaks for), and points: thousandths of weight
 * times levels. Whole numbers everywhere, so that every engine adds up to the same score.
 */
final class Levels {

    /** The level of what speaks fully for a creator. */
    static final int HIGHEST = Row.HIGHEST_LEVEL;

    /** The level of what nobody knows. */
    static final int UNKNOWN = Row.UNKNOWN_CODE;

    /** Points in a score of 1. */
    static final int POINTS_PER_SCORE = 250_000;

    private Levels() {}

    /** The nearest level of a value, taken as 0 to 1. */
    static int of(double value) {
        return (int) Math.round(Math.clamp(value, 0, 1) * HIGHEST);
    }

    /** The level of a share that is reached for certain: rounded down, so that shares never add up to more than all. */
    static int reachedBy(double share) {
        return (int) Math.floor(Math.clamp(share, 0, 1) * HIGHEST + 1e-9);
    }

    /** The level of a part of a whole. */
    static int of(int part, int whole) {
        return Math.round(part * (float) HIGHEST / whole);
    }

    /** The level of an amount that is worth half at {@code half}. */
    static int saturating(double amount, double half) {
        return amount == 0 && half == 0 ? 0 : of(amount / (amount + half));
    }

    /** Points of a level; 0 when it is unknown. */
    static int points(int level, int weight, int neutral) {
        return level == UNKNOWN ? 0 : weight * (level - neutral);
    }
}
