package org.affinity.matching.match.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How well rankings find the creators that brands really worked with.
 *
 * @param areaUnderCurve chance that a right creator is ranked before another one (AUC)
 * @param areaWithinCategory the same among creators of brands of the same category (cAUC)
 * @param recallAt10 share of the right creators among the first 10
 * @param recallAt50 share of them among the first 50
 * @param averagePrecision mean over the right creators of the share of right ones up to them (MAP)
 * @param medianRank median over brands of the first right creator's rank (MedR)
 */
record RankingQuality(
        double areaUnderCurve,
        double areaWithinCategory,
        double recallAt10,
        double recallAt50,
        double averagePrecision,
        double medianRank) {

    /** One brand's ranking, best first, the creators it worked with, and those of other brands of its category. */
    record Ranking<T>(List<T> ranked, Set<T> right, Set<T> nearby) {}

    static <T> RankingQuality of(List<Ranking<T>> rankings) {
        double[] sums = new double[5];
        int withNearby = 0;
        List<Integer> firsts = new ArrayList<>();
        for (Ranking<T> ranking : rankings) {
            Map<T, Integer> ranks = new HashMap<>();
            IntStream.range(0, ranking.ranked().size())
                    .forEach(i -> ranks.put(ranking.ranked().get(i), i + 1));
            int[] right = ranking.right().stream().mapToInt(ranks::get).sorted().toArray();
            sums[0] += area(right, ranks.values());
            List<Integer> nearby = ranking.nearby().stream()
                    .filter(creator -> !ranking.right().contains(creator))
                    .map(ranks::get)
                    .toList();
            if (!nearby.isEmpty()) {
                withNearby++;
                sums[1] += areaAgainst(right, nearby);
            }
            sums[2] += IntStream.of(right).filter(rank -> rank <= 10).count() / (double) right.length;
            sums[3] += IntStream.of(right).filter(rank -> rank <= 50).count() / (double) right.length;
            sums[4] += IntStream.range(0, right.length)
                    .mapToDouble(i -> (i + 1) / (double) right[i])
                    .average()
                    .orElseThrow();
            firsts.add(right[0]);
        }
        firsts.sort(null);
        int count = rankings.size();
        double median = (firsts.get((count - 1) / 2) + firsts.get(count / 2)) / 2.0;
        return new RankingQuality(
                sums[0] / count,
                withNearby == 0 ? Double.NaN : sums[1] / withNearby,
                sums[2] / count,
                sums[3] / count,
                sums[4] / count,
                median);
    }

    private static double area(int[] right, Iterable<Integer> all) {
        Set<Integer> own = IntStream.of(right).boxed().collect(Collectors.toSet());
        List<Integer> others = new ArrayList<>();
        all.forEach(rank -> {
            if (!own.contains(rank)) {
                others.add(rank);
            }
        });
        return areaAgainst(right, others);
    }

    private static double areaAgainst(int[] right, List<Integer> others) {
        long before = IntStream.of(right)
                .mapToLong(rank -> others.stream().filter(other -> other > rank).count())
                .sum();
        return before / ((double) right.length * others.size());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "AUC %.3f  cAUC %.3f  R@10 %.3f  R@50 %.3f  MAP %.3f  MedR %.1f",
                areaUnderCurve,
                areaWithinCategory,
                recallAt10,
                recallAt50,
                averagePrecision,
                medianRank);
    }
}
