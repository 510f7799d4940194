package org.affinity.matching.match.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many different people in the target a panel reaches, each counted once.
 *
 * @param lower as if audiences overlapped as much as is possible with what is known
 * @param value of the reach model: independent inside each group of people
 * @param upper as if they overlapped as little as is possible, and never more than there are people
 * @param population people in the target
 */
public record NetReach(double lower, double value, double upper, double population) {

    /** A pair of creators, by their numbers, and how many people both reach. */
    record Pair(int one, int other, double people) {}

    /**
     * The interval that what is known allows. Of two creators of whom nothing is known the smaller audience may be part
     * of the larger, or have nobody in common with it.
     *
     * <p>Lower: the largest of single reaches, known unions of two, and the bound of Dawson and Sankoff (1967), a
     * sharpened Bonferroni inequality, with every unknown overlap at its largest. Upper: the sum less the overlaps on a
     * forest of known pairs of the highest weight (Hunter 1976), and the people there are.
     */
    static NetReach of(double[] reach, List<Pair> known, double modelled, double population) {
        double sum = 0;
        double lower = 0;
        for (double one : reach) {
            sum += one;
            lower = Math.max(lower, one);
        }
        List<Pair> overlaps = known.stream().map(pair -> possible(pair, reach)).toList();
        for (Pair pair : overlaps) {
            lower = Math.max(lower, reach[pair.one()] + reach[pair.other()] - pair.people());
        }
        lower = Math.max(lower, dawsonSankoff(sum, largestOverlaps(reach, overlaps)));
        double upper = upper(reach, known, population);
        lower = Math.min(lower, upper);
        return new NetReach(lower, Math.clamp(modelled, lower, upper), upper, population);
    }

    /** The most that known overlaps allow: the bound above of {@link #of}. */
    static double upper(double[] reach, List<Pair> known, double population) {
        double sum = 0;
        for (double one : reach) {
            sum += one;
        }
        List<Pair> overlaps = known.stream().map(pair -> possible(pair, reach)).toList();
        return Math.min(population, sum - heaviestForest(reach.length, overlaps));
    }

    private static Pair possible(Pair pair, double[] reach) {
        double most = Math.min(reach[pair.one()], reach[pair.other()]);
        return new Pair(pair.one(), pair.other(), Math.clamp(pair.people(), 0.0, most));
    }

    private static double largestOverlaps(double[] reach, List<Pair> known) {
        double sum = 0;
        for (int one = 0; one < reach.length; one++) {
            for (int other = one + 1; other < reach.length; other++) {
                sum += Math.min(reach[one], reach[other]);
            }
        }
        for (Pair pair : known) {
            sum -= Math.min(reach[pair.one()], reach[pair.other()]) - pair.people();
        }
        return sum;
    }

    /** {@code 2/(k+1) S1 − 2/(k(k+1)) S2} with k = 1 + ⌊2 S2 / S1⌋. */
    private static double dawsonSankoff(double first, double second) {
        if (first <= 0) {
            return 0;
        }
        double k = 1 + Math.floor(2 * second / first);
        return 2 / (k + 1) * first - 2 / (k * (k + 1)) * second;
    }

    private static double heaviestForest(int size, List<Pair> pairs) {
        int[] root = new int[size];
        for (int i = 0; i < size; i++) {
            root[i] = i;
        }
        double weight = 0;
        List<Pair> heaviestFirst = new ArrayList<>(pairs);
        heaviestFirst.sort(Comparator.comparingDouble(Pair::people).reversed());
        for (Pair pair : heaviestFirst) {
            int one = find(root, pair.one());
            int other = find(root, pair.other());
            if (one != other) {
                root[one] = other;
                weight += pair.people();
            }
        }
        return weight;
    }

    private static int find(int[] root, int of) {
        int at = of;
        while (root[at] != at) {
            at = root[at];
        }
        return at;
    }
}
