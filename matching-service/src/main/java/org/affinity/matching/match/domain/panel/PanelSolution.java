package org.affinity.matching.match.domain.panel;

import java.util.BitSet;

/**
 * A panel and what is proven of it.
 *
 * @param upperBound no panel that keeps the constraints is worth more
 * @param optimal whether it was proven that none is worth more than this one
 */
public record PanelSolution(BitSet members, double value, double upperBound, boolean optimal) {

    /** Sums in another order differ by less: a bound nearer than that is the panel's own value. */
    private static final double ROUNDING = 1e-9;

    /** A panel, proven best where the bound is its own value. */
    static PanelSolution of(BitSet members, double value, double upperBound) {
        boolean isProven = upperBound <= value * (1 + ROUNDING);
        return new PanelSolution(members, value, isProven ? value : upperBound, isProven);
    }

    /** Share of the upper bound that may be missing: 0 is proven best. */
    public double gap() {
        return upperBound <= 0 ? 0 : (upperBound - value) / upperBound;
    }
}
