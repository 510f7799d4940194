package org.affinity.matching.match.domain.panel;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
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
 * @param quotas how many of some creators have to be in, and may be
 */
record SampledAudience(
        long budget,
        int places,
        List<Long> costs,
        List<Double> weights,
        List<BitSet> reached,
        List<PanelProblem.Group> quotas) {

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
                List.of(reached),
                List.of());
    }

    /**
     * The same with quotas of two dimensions: of four tiers, the dearest of which has to be there and the cheapest may
     * be but once; and of three countries, one of which takes a third of the places at least and one at most. Every
     * seventh creator costs nothing.
     */
    SampledAudience withQuotas() {
        List<Long> fees = IntStream.range(0, costs.size())
                .mapToObj(creator -> creator % 7 == 0 ? 0L : costs.get(creator))
                .toList();
        List<Integer> byCost = IntStream.range(0, costs.size())
                .boxed()
                .sorted(Comparator.comparing(fees::get))
                .toList();
        BitSet cheapest = new BitSet();
        byCost.subList(0, byCost.size() / 4).forEach(cheapest::set);
        BitSet dearest = new BitSet();
        byCost.subList(byCost.size() * 3 / 4, byCost.size()).forEach(dearest::set);
        int third = (places + 2) / 3;
        return new SampledAudience(
                budget,
                places,
                fees,
                weights,
                reached,
                List.of(
                        new PanelProblem.Group(dearest, 1, places),
                        new PanelProblem.Group(cheapest, 0, 1),
                        new PanelProblem.Group(everyThird(0), third, places),
                        new PanelProblem.Group(everyThird(1), 0, third)));
    }

    private BitSet everyThird(int first) {
        BitSet members = new BitSet();
        for (int creator = first; creator < costs.size(); creator += 3) {
            members.set(creator);
        }
        return members;
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
        quotas.forEach(quota -> builder.group(quota.members(), quota.min(), quota.max()));
        return builder.build();
    }
}
