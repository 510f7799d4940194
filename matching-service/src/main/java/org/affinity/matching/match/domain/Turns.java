package org.affinity.matching.match.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Whose turn comes when: a mix of seed and creator, so that the same seed gives the same turns, whoever else is there.
 *
 * @param tolerance difference in score, 0 to 1, up to which creators are nearly equal
 */
record Turns(long seed, double tolerance) {

    /**
     * Difference in score where the brief names none; this product's own choice: a twelfth of what one signal weighs.
     */
    static final double DEFAULT_TOLERANCE = 0.02;

    private static final long DAY_MILLIS = 86_400_000;

    /** The turns that a brief asks for. */
    static Turns of(Exposure exposure, Instant asOf) {
        return new Turns(
                // Without a seed there is another turn each day.
                Objects.requireNonNullElse(exposure.seed(), asOf.toEpochMilli() / DAY_MILLIS),
                Objects.requireNonNullElse(exposure.tolerance(), DEFAULT_TOLERANCE));
    }

    /** The turn of a creator: the lower, the earlier. SplitMix64's finaliser: neighbours have nothing in common. */
    long of(UUID creatorId) {
        long mixed = mix(seed ^ mix(creatorId.getMostSignificantBits()));
        return mix(mixed ^ creatorId.getLeastSignificantBits());
    }

    /** Whether one may have the place of the other. */
    boolean areNearlyEqual(PanelCandidate one, PanelCandidate other) {
        return Math.abs(one.score() - other.score()) <= tolerance + 1e-9;
    }

    /** The tolerance in points. */
    int points() {
        return (int) Math.floor(tolerance * Levels.POINTS_PER_SCORE + 1e-6);
    }

    private static long mix(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
