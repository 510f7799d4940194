package org.affinity.matching.match.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Gives nearly equal creators their turn. From the best on, everybody whose score is within the tolerance of the first
 * of a group belongs to it, and the order inside a group is drawn ({@link Turns}). Nobody passes a creator who is
 * better by more than the tolerance.
 */
final class ExposureRotation {

    private final Turns turns;

    private ExposureRotation(Turns turns) {
        this.turns = turns;
    }

    /** The order in which creators are shown, and what it costs. */
    record Rotated(List<Scored> order, ExposureReport report) {}

    /**
     * Rotates creators who come best first.
     *
     * @param shown how many of them are shown: what the report is about
     */
    static Rotated of(List<Scored> bestFirst, Exposure exposure, Instant asOf, int shown) {
        if (exposure.policy() == Exposure.Policy.BEST_FIRST) {
            return new Rotated(bestFirst, new ExposureReport(Exposure.Policy.BEST_FIRST, null, null, 0, 0, 0, 0));
        }
        return new ExposureRotation(Turns.of(exposure, asOf)).rotate(bestFirst, Math.min(shown, bestFirst.size()));
    }

    private Rotated rotate(List<Scored> bestFirst, int shown) {
        int most = turns.points();
        List<Scored> order = new ArrayList<>(bestFirst.size());
        for (int first = 0; first < bestFirst.size(); ) {
            int end = first;
            while (end < bestFirst.size()
                    && bestFirst.get(first).points() - bestFirst.get(end).points() <= most) {
                end++;
            }
            List<Scored> group = new ArrayList<>(bestFirst.subList(first, end));
            group.sort(Comparator.comparingLong((Scored scored) -> turns.of(scored.creatorId()))
                    .thenComparing(Scored.BEST_FIRST));
            order.addAll(group);
            first = end;
        }
        return new Rotated(List.copyOf(order), report(bestFirst, order, shown));
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
                turns.seed(),
                turns.tolerance(),
                moved,
                entered,
                Contribution.score(lost),
                Contribution.score(largest));
    }
}
