package org.affinity.bench.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affinity.matching.engine.domain.Hit;

/** Looks at every creator, column by column over runs that fit the caches: quick for what it is, and easy to check. */
final class ScanContender implements Contender {

    private static final int RUN = 4_096;

    private final Creators creators;
    private int eligible;

    ScanContender(Creators creators) {
        this.creators = creators;
    }

    @Override
    public String name() {
        return "exhaustive scan";
    }

    /** How many creators the last brief found eligible. */
    int eligible() {
        return eligible;
    }

    @Override
    public Rounds rounds() {
        return new Rounds(2, 3);
    }

    @Override
    public List<Hit> top(Brief brief, int k) {
        Best best = new Best(k);
        eligible = 0;
        int[] points = new int[RUN];
        boolean[] passed = new boolean[RUN];
        for (int start = 0; start < creators.size; start += RUN) {
            int count = Math.min(RUN, creators.size - start);
            filter(brief, start, count, passed);
            Arrays.fill(points, 0);
            for (var factor : brief.factors().entrySet()) {
                add(creators.codes[factor.getKey()], factor.getValue(), start, count, points);
            }
            for (int i = 0; i < count; i++) {
                if (passed[i] && hasNone(creators.words[World.BRANDS][start + i], brief)) {
                    eligible++;
                    int all = points[i] + keywords(creators.words[World.KEYWORDS][start + i], brief.keywords());
                    if (best.wants(all)) {
                        best.offer(Creators.id(start + i), all);
                    }
                }
            }
        }
        return best.hits();
    }

    private static void add(byte[] column, int factor, int start, int count, int[] points) {
        for (int i = 0; i < count; i++) {
            points[i] += factor * (column[start + i] & 0xFF);
        }
    }

    private void filter(Brief brief, int start, int count, boolean[] passed) {
        byte[] platforms = creators.codes[World.PLATFORMS];
        byte[] formats = creators.codes[World.FORMATS];
        byte[] sensitive = creators.codes[World.SENSITIVE];
        byte[] moreSensitive = creators.codes[World.MORE_SENSITIVE];
        int[] followers = creators.numbers[World.FOLLOWERS];
        int[] rates = creators.numbers[World.RATE];
        int[] prices = creators.numbers[World.PRICE];
        boolean[] countries = flags(brief.countries());
        boolean[] languages = flags(brief.languages());
        for (int i = 0; i < count; i++) {
            int at = start + i;
            passed[i] = (platforms[at] & brief.platforms()) != 0
                    && countries[creators.codes[World.OWN_COUNTRY][at]]
                    && languages[creators.codes[World.OWN_LANGUAGE][at]]
                    && followers[at] >= brief.minFollowers()
                    && followers[at] < brief.maxFollowers()
                    && (formats[at] & brief.formats()) != 0
                    && rates[at] >= brief.minRate()
                    && prices[at] <= brief.maxPrice()
                    && (sensitive[at] & brief.sensitive()) == 0
                    && (moreSensitive[at] & brief.moreSensitive()) == 0;
        }
    }

    /** All when none is named. */
    private static boolean[] flags(Set<Integer> named) {
        boolean[] flags = new boolean[128];
        Arrays.fill(flags, named.isEmpty());
        named.forEach(number -> flags[number] = true);
        return flags;
    }

    private static boolean hasNone(int[] brands, Brief brief) {
        for (int brand : brands) {
            if (brief.brands().contains(brand)) {
                return false;
            }
        }
        return true;
    }

    private static int keywords(int[] words, Map<Integer, Integer> wanted) {
        int points = 0;
        for (var keyword : wanted.entrySet()) {
            points += Arrays.binarySearch(words, keyword.getKey()) >= 0 ? keyword.getValue() : 0;
        }
        return points;
    }
}
