package org.affinity.matching.match.domain.panel;

import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/** Random pools with log-normal prices and audiences in cells; the same for the same seed. */
final class RandomProblem {

    private final RandomGenerator random;
    private int places;
    private double money = 0.5;
    private boolean quotas;
    private boolean dimensions;
    private int spare = -1;

    RandomProblem(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.places = random.nextInt(1, 9);
    }

    RandomProblem places(int least, int bound) {
        places = random.nextInt(least, bound);
        return this;
    }

    /** Budget as that many median fees per place. */
    RandomProblem money(double least, double bound) {
        money = random.nextDouble(least, bound);
        return this;
    }

    RandomProblem quotas() {
        quotas = true;
        return this;
    }

    /** Quotas of several dimensions at once, such as tiers, countries and platforms, and a share of the smallest. */
    RandomProblem quotasOfDimensions() {
        dimensions = true;
        return this;
    }

    /** Creators of three kinds; minimums for two of them leave so many places to anybody. */
    RandomProblem minimumsBut(int sparePlaces) {
        spare = sparePlaces;
        return this;
    }

    PanelProblem build(int creators, int cells) {
        double[] followers = new double[creators];
        long[] costs = new long[creators];
        for (int i = 0; i < creators; i++) {
            followers[i] = Math.pow(10, random.nextDouble(2, 6.5));
            costs[i] = random.nextInt(12) == 0
                    ? 0
                    : Math.round(Math.max(2_000, followers[i] * 0.35 * Math.exp(0.8 * random.nextGaussian())));
        }
        long[] sorted = costs.clone();
        Arrays.sort(sorted);
        long budget = Math.max(5_000, (long) (money * places * sorted[creators / 2]));
        PanelProblem.Builder builder = new PanelProblem.Builder(budget, places);
        double[] populations = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            populations[cell] = 200_000 * Math.exp(random.nextGaussian());
            builder.cell(populations[cell]);
        }
        for (int i = 0; i < creators; i++) {
            creator(builder, costs[i], followers[i], populations);
        }
        if (quotas) {
            addQuotas(builder, creators);
        }
        if (dimensions) {
            IntStream.of(3, 4, 6).forEach(values -> addDimension(builder, creators, values));
            builder.minimumShare(some(creators), random.nextDouble(0.2, 0.7));
        }
        if (spare >= 0) {
            addMinimums(builder, creators);
        }
        return builder.build();
    }

    private void creator(PanelProblem.Builder builder, long cost, double followers, double[] populations) {
        int cells = populations.length;
        if (cells == 0) {
            builder.creator(cost, followers * random.nextDouble(0.03, 0.13), new int[0], new double[0]);
            return;
        }
        int[] reached = random.ints(random.nextInt(1, Math.min(cells, 20) + 1), 0, cells)
                .distinct()
                .sorted()
                .toArray();
        double[] rates = Arrays.stream(reached)
                .mapToDouble(cell -> Math.min(0.8, followers * random.nextDouble(0.02, 0.1) / populations[cell]))
                .toArray();
        builder.creator(cost, 0, reached, rates);
    }

    private void addQuotas(PanelProblem.Builder builder, int creators) {
        builder.group(some(creators), random.nextInt(3), 4);
        builder.group(some(creators), 0, random.nextInt(1, 4));
        builder.minimumShare(some(creators), 0.4);
        if (random.nextBoolean()) {
            builder.require(random.nextInt(creators));
        }
    }

    /** A least, a most or both for about half of the values, each half as common as the one before. */
    private void addDimension(PanelProblem.Builder builder, int creators, int values) {
        int[] ofCreators = random.ints(creators, 0, 1 << values)
                .map(any -> Math.min(values - 1, Integer.numberOfTrailingZeros(any)))
                .toArray();
        int left = places;
        for (int value = 0; value < values; value++) {
            if (random.nextBoolean()) {
                BitSet members = new BitSet();
                for (int creator = 0; creator < creators; creator++) {
                    members.set(creator, ofCreators[creator] == value);
                }
                int least = random.nextInt(3) == 0 ? 0 : random.nextInt(Math.min(left, places / 2) + 1);
                int most = random.nextInt(3) == 0 ? Integer.MAX_VALUE : least + random.nextInt(places / 3 + 1);
                builder.group(members, least, most);
                left -= least;
            }
        }
    }

    private void addMinimums(PanelProblem.Builder builder, int creators) {
        BitSet[] kinds = {new BitSet(), new BitSet(), new BitSet()};
        for (int creator = 0; creator < creators; creator++) {
            kinds[random.nextInt(kinds.length)].set(creator);
        }
        int owed = Math.max(0, places - spare);
        builder.group(kinds[0], owed / 2, Integer.MAX_VALUE);
        builder.group(kinds[1], owed - owed / 2, Integer.MAX_VALUE);
    }

    private BitSet some(int creators) {
        BitSet some = new BitSet();
        random.ints(creators / 3, 0, creators).forEach(some::set);
        return some;
    }
}
