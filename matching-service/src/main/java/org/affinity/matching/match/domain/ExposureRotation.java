package org.affinity.matching.match.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Gives nearly equal creators their turn. From the best on, everybody whose score is within the tolerance of the first
 * of a group belongs to it, and the order inside a group is drawn: by a mix of seed and creator, so that the same seed
 * gives the same order, whoever else is there. Nobody passes a creator who is better by more than the tolerance.
 */
final class ExposureRotation {

    /**
     * Difference in score where the brief names none; this product's own choice: a twelfth of what one signal weighs.
     */
    static final double DEFAULT_TOLERANCE = 0.02;

    private static final long DAY_MILLIS = 86_400_000;

    private final Exposure exposure;
    private final long seed;
    private final double tolerance;

    private ExposureRotation(Exposure exposure, Instant asOf) {
        this.exposure = exposure;
        // Without a seed there is another turn each day.
        this.seed = Objects.requireNonNullElse(exposure.seed(), asOf.toEpochMilli() / DAY_MILLIS);
        this.tolerance = Objects.requireNonNullElse(exposure.tolerance(), DEFAULT_TOLERANCE);
    }

    /** The order in which creators are shown, and what it costs. */
    record Rotated(List<Scored> order, ExposureReport report) {}

    /**
     * Rotates creators who come best first.
     *
     * @param shown how many of them are shown: what the report is about
     */
    static Rotated of(List<Scored> bestFirst, Exposure exposure, Instant asOf, int shown) {
        return new ExposureRotation(exposure, asOf).rotate(bestFirst, Math.min(shown, bestFirst.size()));
    }

    private Rotated rotate(List<Scored> bestFirst, int shown) {
        if (exposure.policy() == Exposure.Policy.BEST_FIRST) {
            return new Rotated(bestFirst, new ExposureReport(Exposure.Policy.BEST_FIRST, null, null, 0, 0, 0, 0));
        }
        int most = (int) Math.floor(tolerance * Levels.POINTS_PER_SCORE + 1e-6);
        List<Scored> order = new ArrayList<>(bestFirst.size());
        for (int first = 0; first < bestFirst.size(); ) {
            int end = first;
            while (end < bestFirst.size()
                    && bestFirst.get(first).points() - bestFirst.get(end).points() <= most) {
                end++;
            }
            List<Scored> group = new ArrayList<>(bestFirst.subList(first, end));
            group.sort(Comparator.comparingLong((Scored scored) -> turn(scored.creatorId()))
                    .thenComparing(Scored.BEST_FIRST));
            order.addAll(group);
            first = end;
        }
        return new Rotated(List.copyOf(order), report(bestFirst, order, shown));
    }

    /** SplitMix64's finaliser over seed and id: neighbours in one have nothing in common in the other. */
    private long turn(UUID creatorId) {
        long mixed = mix(seed ^ mix(creatorId.getMostSignificantBits()));
        return mix(mixed ^ creatorId.getLeastSignificantBits());
    }

    private static long mix(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    private ExposureReport report(List<Scored> bestFirst, List<Scored> order, int shown) {
        int moved = (int) IntStream.range(0, shown)
                .filter(place -> !bestFirst
                        .get(place)
                        .creatorId()
                        .equals(order.get(place).creatorId()))
                .count();
        List<UUID> best =
                bestFirst.subList(0, shown).stream().map(Scored::creatorId).toList();
        int entered = (int) order.subList(0, shown).stream()
                .filter(scored -> !best.contains(scored.creatorId()))
                .count();
        long lost = 0;
        int largest = 0;
        for (int place = 0; place < shown; place++) {
            int less = bestFirst.get(place).points() - order.get(place).points();
            lost += less;
            largest = Math.max(largest, less);
        }
        return new ExposureReport(
                Exposure.Policy.ROTATE,
                seed,
                tolerance,
                moved,
                entered,
                Contribution.score(lost),
                Contribution.score(largest));
    }
}
