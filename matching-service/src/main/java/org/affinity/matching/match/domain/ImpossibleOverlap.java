package org.affinity.matching.match.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

/**
 * A stated overlap that no audiences can have.
 *
 * @param index place among the overlaps
 * @param rule that it breaks
 * @param detail what would be possible
 */
public record ImpossibleOverlap(int index, String rule, String detail) {

    /** Sizes are answered and overlaps stated as whole numbers: each may be so much off. */
    private static final double ROUNDING = 0.5;

    /**
     * The first that cannot be, if any: that of two is no larger than the smaller audience, and where three creators
     * share audiences pairwise, what one of them shares with the others is inside one audience, so that the others
     * share what does not fit in there side by side (Bonferroni).
     *
     * @param overlaps each of two different creators, who are named together once
     * @param audiences how many people each creator reaches at most
     */
    public static Optional<ImpossibleOverlap> among(List<KnownOverlap> overlaps, ToDoubleFunction<UUID> audiences) {
        Map<UUID, Map<UUID, Double>> shared = new HashMap<>();
        for (KnownOverlap overlap : overlaps) {
            shared.computeIfAbsent(overlap.oneCreatorId(), _ -> new HashMap<>())
                    .put(overlap.otherCreatorId(), overlap.people());
            shared.computeIfAbsent(overlap.otherCreatorId(), _ -> new HashMap<>())
                    .put(overlap.oneCreatorId(), overlap.people());
        }
        for (int i = 0; i < overlaps.size(); i++) {
            Optional<ImpossibleOverlap> impossible = of(i, overlaps.get(i), shared, audiences);
            if (impossible.isPresent()) {
                return impossible;
            }
        }
        return Optional.empty();
    }

    private static Optional<ImpossibleOverlap> of(
            int index, KnownOverlap overlap, Map<UUID, Map<UUID, Double>> shared, ToDoubleFunction<UUID> audiences) {
        double most = Math.min(
                audiences.applyAsDouble(overlap.oneCreatorId()), audiences.applyAsDouble(overlap.otherCreatorId()));
        if (overlap.people() > most + 2 * ROUNDING) {
            return Optional.of(new ImpossibleOverlap(
                    index,
                    "fitsAudience",
                    "must be at most " + Figures.whole(most)
                            + ", as many people as the one of the two with fewer reaches;"
                            + " count whom both reach with a post, not who follows both"));
        }
        Map<UUID, Double> ofOther = shared.get(overlap.otherCreatorId());
        return shared.get(overlap.oneCreatorId()).entrySet().stream()
                .filter(third -> ofOther.containsKey(third.getKey()))
                .filter(third -> third.getValue() + ofOther.get(third.getKey())
                        > audiences.applyAsDouble(third.getKey()) + overlap.people() + 3 * ROUNDING)
                .min(Map.Entry.comparingByKey())
                .map(third -> new ImpossibleOverlap(
                        index,
                        "fitsOthers",
                        "must be at least "
                                + Figures.whole(third.getValue()
                                        + ofOther.get(third.getKey())
                                        - audiences.applyAsDouble(third.getKey()))
                                + ", as creator " + third.getKey() + " is stated to share "
                                + Figures.whole(third.getValue()) + " and "
                                + Figures.whole(ofOther.get(third.getKey()))
                                + " people with the two and reaches at most "
                                + Figures.whole(audiences.applyAsDouble(third.getKey()))
                                + "; correct or leave out one of the three overlaps"));
    }
}
