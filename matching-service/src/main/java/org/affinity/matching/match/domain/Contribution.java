package org.affinity.matching.match.domain;

/**
 * One term of a score: weight × (value − neutral), and exactly 0 when the value is unknown, so that what is not known
 * neither helps nor punishes. In whole points: thousandths of weight times levels.
 *
 * @param thousandths of weight
 * @param neutralLevel level at which it neither helps nor punishes
 * @param level 0 to 250; null when unknown
 * @param points thousandths × (level − neutral level)
 * @param lowPoints what it might be if the unknown spoke against the creator; the points themselves when nothing is
 *     open
 * @param highPoints what it might be if the unknown spoke for the creator
 */
public record Contribution(
        Signal signal,
        int thousandths,
        int neutralLevel,
        Integer level,
        int points,
        int lowPoints,
        int highPoints,
        Evidence evidence) {

    /** The weight as a share. */
    public double weight() {
        return thousandths / 1_000.0;
    }

    /** The value, 0 to 1, or null. */
    public Double value() {
        return level == null ? null : shown(level);
    }

    /** The value at which it neither helps nor punishes. */
    public double neutral() {
        return shown(neutralLevel);
    }

    /** The points as a part of the score. */
    public double contribution() {
        return score(points);
    }

    private static double shown(int level) {
        return level * 4 / 1_000.0;
    }

    /** Points as a score: a multiple of 0.000004. */
    public static double score(long points) {
        return points * 4 / 1_000_000.0;
    }
}
