package org.affinity.matching.calibration.domain;

import java.util.Locale;

/**
 * When measured results correct what is expected, as versioned data with its reason.
 *
 * @param enough collaborations from which on what was measured counts in full
 * @param fewestOrganisations whose results have to be together before they count for others
 * @param mostFactor no factor is larger, and none smaller than one by it
 */
public record CalibrationRule(String version, int enough, int fewestOrganisations, double mostFactor, String reason) {

    private static final double SMALLEST_SHOWN = 0.01;

    /**
     * What expectations are multiplied by.
     *
     * @param size collaborations behind it
     * @param why in words
     */
    public record Factor(double value, long size, String why) {}

    /** Nothing was measured. */
    public Factor none() {
        return new Factor(1, 0, "no measured results yet (" + version + ")");
    }

    /** The sums of what was predicted and measured of some collaborations. */
    public record Totals(long size, long organisations, double predicted, double measured) {}

    /** The factor of what others measured, when enough of them did; else of what the asking organisation did. */
    public Factor factor(Totals all, Totals own) {
        if (all != null && all.organisations() >= fewestOrganisations && all.size() >= enough) {
            return factor(all, all.organisations() + " organisations");
        }
        return own == null || own.size() == 0 ? none() : factor(own, "your own results");
    }

    private Factor factor(Totals totals, String whose) {
        double weight = Math.min(1, totals.size() / (double) enough);
        double ratio = totals.measured() / totals.predicted();
        double bounded = Math.clamp(ratio, 1 / mostFactor, mostFactor);
        double value = Math.exp(weight * Math.log(bounded));
        String how = weight < 1
                ? "counts for %d of %d (%s)".formatted(totals.size(), enough, version)
                : "counts in full (%s)".formatted(version);
        return new Factor(
                value,
                totals.size(),
                String.format(
                        Locale.ROOT,
                        "measured %s times what was predicted in %d collaboration%s (%s)%s; %s",
                        ratio < SMALLEST_SHOWN
                                ? "less than " + SMALLEST_SHOWN
                                : String.format(Locale.ROOT, "%.2f", ratio),
                        totals.size(),
                        totals.size() == 1 ? "" : "s",
                        whose,
                        bounded == ratio ? "" : String.format(Locale.ROOT, ", taken for %.2f", bounded),
                        how));
    }
}
