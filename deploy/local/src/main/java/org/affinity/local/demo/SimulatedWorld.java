package org.affinity.local.demo;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.CRC32;

/**
 * Stands for what is outside Affinity: creators who make up their minds, and platforms that count. Everything follows
 * from a seed and the creator's handle, so that the same creator does the same in each run.
 */
final class SimulatedWorld {

    private static final List<String> REASONS =
            List.of("I have no time that month.", "The product does not fit my audience.", "I am travelling.");
    private static final double WILLING = 0.8;
    private static final long GUESSED_FOLLOWERS = 1_000;
    private static final double GUESSED_RATE = 0.02;

    private final long seed;

    SimulatedWorld(long seed) {
        this.seed = seed;
    }

    private RandomGenerator of(String handle, String purpose) {
        CRC32 hash = new CRC32();
        hash.update((purpose + ":" + handle).getBytes(StandardCharsets.UTF_8));
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 31 + hash.getValue());
    }

    boolean accepts(String handle) {
        return of(handle, "answer").nextDouble() < WILLING;
    }

    String reasonToRefuse(String handle) {
        return REASONS.get(of(handle, "reason").nextInt(REASONS.size()));
    }

    /** What the platform counts under a post of an account of this size and rate; 0 stands for unknown. */
    Map<String, Object> figures(String handle, long followers, double engagementRate) {
        RandomGenerator random = of(handle, "post");
        long audience = followers > 0 ? followers : GUESSED_FOLLOWERS;
        double rate = engagementRate > 0 ? engagementRate : GUESSED_RATE;
        long impressions = Math.round(audience * (0.5 + 0.7 * random.nextDouble()));
        long interactions = Math.round(audience * rate * (0.6 + 0.8 * random.nextDouble()));
        long comments = Math.round(interactions * 0.05);
        long shares = Math.round(interactions * 0.02);
        long saves = Math.round(interactions * 0.04);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("impressions", Math.max(impressions, interactions));
        figures.put("reach", Math.round(Math.max(impressions, interactions) * (0.7 + 0.2 * random.nextDouble())));
        figures.put("likes", interactions - comments - shares - saves);
        figures.put("comments", comments);
        figures.put("shares", shares);
        figures.put("saves", saves);
        return figures;
    }
}
