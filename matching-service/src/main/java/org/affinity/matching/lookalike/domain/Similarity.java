package org.affinity.matching.lookalike.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * How alike a creator is to some others: the sum of its parts, in millionths, so that they add up exactly.
 *
 * @param parts in the order of {@link Aspect}
 */
public record Similarity(Profile profile, List<Part> parts) {

    /** Most alike first, then the smaller id (compared as unsigned). */
    public static final Comparator<Similarity> MOST_ALIKE_FIRST = Comparator.comparingInt(Similarity::millionths)
            .reversed()
            .thenComparing(similarity -> similarity.profile().candidate().creatorId(), Similarity::compareIds);

    private static final int LEVELS = 1_000;
    private static final double MILLION = 1_000_000;

    public Similarity {
        parts = List.copyOf(parts);
    }

    /**
     * One aspect.
     *
     * @param value mean over those compared with, 0 to 1 in thousandths; null when it is not known
     * @param reason what the creator has of it, and whether that has nothing to be compared with
     */
    public record Part(Aspect aspect, Integer value, String reason) {

        /** What it adds, in millionths; 0 when unknown. */
        public int millionths() {
            return value == null ? 0 : aspect.weight() * value;
        }

        /** What it adds. */
        public double contribution() {
            return millionths() / MILLION;
        }
    }

    /** Compares a creator with some others, who count alike. */
    public static Similarity of(Profile profile, List<Profile> others) {
        List<Part> parts = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            double mean = others.stream()
                    .mapToDouble(other -> aspect.between(profile, other))
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(Double.NaN);
            Integer value = Double.isNaN(mean) ? null : (int) Math.round(mean * LEVELS);
            parts.add(new Part(aspect, value, reason(aspect.inWords(profile), value)));
        }
        return new Similarity(profile, parts);
    }

    /** A value may be unknown though something is told of this creator. */
    private static String reason(String own, Integer value) {
        return value == null && !own.equals(Aspect.UNKNOWN) ? own + "; nothing to compare it with" : own;
    }

    /** The sum of the parts. */
    public int millionths() {
        return parts.stream().mapToInt(Part::millionths).sum();
    }

    /** 0 for nothing in common to 1 for the same in everything. */
    public double value() {
        return millionths() / MILLION;
    }

    private static int compareIds(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
