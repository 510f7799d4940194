package org.affinity.matching.match.domain.panel;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * A pool of creators and a sample of people, each of whom a creator reaches or not; the same for the same seed.
 *
 * @param costs of each creator, in cents
 * @param weights people that each sampled one stands for
 * @param reached the sampled people that each creator reaches
 */
record SampledAudience(long budget, int places, List<Long> costs, List<Double> weights, List<BitSet> reached) {

    private static final int PEOPLE = 300;

    /** Creators who live near each other on a circle of people share some of their audience. */
    static SampledAudience of(long seed, int creators, int places, double medianFeesPerPlace) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double[] weights = random.doubles(PEOPLE, 0.5, 2).toArray();
        long[] costs = new long[creators];
        BitSet[] reached = new BitSet[creators];
        for (int creator = 0; creator < creators; creator++) {
            int audience = (int) Math.clamp(Math.exp(2.3 + 0.8 * random.nextGaussian()), 1, PEOPLE / 4);
            int home = random.nextInt(PEOPLE);
            BitSet people = new BitSet();
            random.ints(audience)
                    .map(any -> random.nextInt(4) == 0
                            ? Math.floorMod(any, PEOPLE)
                            : (home + Math.floorMod(any, 40)) % PEOPLE)
                    .forEach(people::set);
            reached[creator] = people;
            costs[creator] = Math.max(1_500, Math.round(900 * audience * Math.exp(0.6 * random.nextGaussian())));
        }
        long[] sorted = costs.clone();
        Arrays.sort(sorted);
        long budget = Math.round(medianFeesPerPlace * places * sorted[creators / 2]);
        return new SampledAudience(
                budget,
                places,
                Arrays.stream(costs).boxed().toList(),
                Arrays.stream(weights).boxed().toList(),
                List.of(reached));
    }

    PanelProblem problem() {
        PanelProblem.Builder builder = new PanelProblem.Builder(budget, places);
        weights.forEach(builder::cell);
        for (int creator = 0; creator < costs.size(); creator++) {
            int[] people = reached.get(creator).stream().toArray();
            builder.creator(
                    costs.get(creator),
                    0,
                    people,
                    IntStream.of(people).mapToDouble(any -> 1).toArray());
        }
        return builder.build();
    }
}
