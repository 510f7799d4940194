package org.affinity.bench.matching;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * How briefs come about. Of twenty, eight are narrow (one country, its language, one tier), seven medium (two or three
 * countries, two tiers) and five broad (any country); 18 to 24 dimensions count.
 */
final class BriefLaw {

    private static final double COUNTRY = 0.35;
    private static final double AGE = 0.20;
    private static final double GENDER = 0.15;
    private static final double LANGUAGE = 0.10;
    private static final double INTERESTS = 0.20;

    private final RandomGenerator random;
    private final Brief.Kind kind;
    private final int number;
    private final Map<Integer, Integer> factors = new LinkedHashMap<>();

    private BriefLaw(int number) {
        this.number = number;
        random = new SplittableRandom(World.SEED * 31 + number * 7_919L);
        kind = number % 20 < 8 ? Brief.Kind.NARROW : number % 20 < 15 ? Brief.Kind.MEDIUM : Brief.Kind.BROAD;
    }

    static List<Brief> briefs(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new BriefLaw(number).brief())
                .toList();
    }

    private Brief brief() {
        int category = Sampling.zipf(random, World.CATEGORIES);
        Set<Integer> targets = countries();
        Set<Integer> languages = new HashSet<>();
        targets.forEach(country -> languages.add(World.language(country)));
        double[] weights = weights();
        audience(weights[0], category, targets, languages);
        weigh(World.TOPIC + category, weights[1] * 0.7);
        weigh(World.TOPIC + (category + 1) % World.CATEGORIES, weights[1] * 0.3);
        for (int signal = 0; signal < World.SIGNALS; signal++) {
            weigh(World.SIGNAL + signal, weights[3 + signal]);
        }
        int firstTier = kind == Brief.Kind.BROAD ? 0 : Math.min(3, Sampling.choose(random, new double[] {4, 4, 2, 1}));
        int tiers = kind == Brief.Kind.NARROW ? 1 : kind == Brief.Kind.MEDIUM ? 2 : World.TIERS.length + 1;
        int minFollowers = firstTier == 0 ? 1_000 : World.TIERS[firstTier - 1];
        int maxFollowers =
                firstTier + tiers > World.TIERS.length ? Integer.MAX_VALUE : World.TIERS[firstTier + tiers - 1];
        int typicalFollowers = kind == Brief.Kind.BROAD ? 20_000 : Math.min(maxFollowers, 2_000_000);
        double typicalPrice = 8 * Math.pow(typicalFollowers / 1_000.0, 0.78);
        return new Brief(
                number,
                kind,
                kind == Brief.Kind.BROAD ? Set.of() : targets,
                kind == Brief.Kind.NARROW ? languages : Set.of(),
                platforms(),
                random.nextInt(8) == 0 ? 255 : 1 << random.nextInt(8) | 1 << random.nextInt(8),
                minFollowers,
                maxFollowers,
                random.nextInt(3) == 0 ? 0 : (int) (10_000 * World.TIER_RATES[firstTier] * (0.5 + random.nextDouble())),
                (int) (typicalPrice * (0.1 + random.nextDouble())),
                random.nextInt(64) & random.nextInt(64),
                random.nextInt(64) & random.nextInt(64),
                brands(),
                factors,
                keywords(category, weights[2]));
    }

    private Set<Integer> countries() {
        Set<Integer> countries = new HashSet<>();
        int wanted = kind == Brief.Kind.NARROW ? 1 : 2 + random.nextInt(2);
        while (countries.size() < wanted) {
            countries.add(Sampling.choose(random, World.COUNTRY_WEIGHTS));
        }
        return countries;
    }

    /** Audience, topics, keywords, then the signals; one in all. */
    private double[] weights() {
        double[] typical = {0.36, 0.13, 0.06, 0.11, 0.12, 0.06, 0.06, 0.05, 0.05};
        double sum = 0;
        for (int i = 0; i < typical.length; i++) {
            typical[i] *= 0.75 + 0.5 * random.nextDouble();
            sum += typical[i];
        }
        for (int i = 0; i < typical.length; i++) {
            typical[i] /= sum;
        }
        return typical;
    }

    private void audience(double weight, int category, Set<Integer> targets, Set<Integer> languages) {
        targets.forEach(country -> weigh(country, weight * COUNTRY));
        languages.forEach(language -> weigh(World.LANGUAGE + language, weight * LANGUAGE));
        int firstAge = 1 + random.nextInt(4);
        for (int age = 0; age < 1 + random.nextInt(3); age++) {
            weigh(World.AGE + firstAge + age, weight * AGE);
        }
        double women = List.of(0.9, 0.5, 0.1).get(random.nextInt(3));
        weigh(World.GENDER, weight * GENDER * women);
        weigh(World.GENDER + 1, weight * GENDER * (1 - women));
        int interests = 2 + random.nextInt(3);
        for (int i = 0; i < interests; i++) {
            weigh(World.INTEREST + (category + i * i) % World.CATEGORIES, weight * INTERESTS / interests * 2);
        }
    }

    private void weigh(int dimension, double weight) {
        int thousandths = (int) Math.round(1_000 * weight);
        if (thousandths > 0) {
            factors.merge(dimension, thousandths, Integer::sum);
        }
    }

    private int platforms() {
        return random.nextInt(4) == 0
                ? 0b000111
                : 1 << Sampling.choose(random, World.PLATFORM_WEIGHTS)
                        | 1 << Sampling.choose(random, World.PLATFORM_WEIGHTS);
    }

    private Set<Integer> brands() {
        Set<Integer> brands = new HashSet<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            brands.add(Sampling.zipf(random, World.BRAND_COUNT));
        }
        return brands;
    }

    private Map<Integer, Integer> keywords(int category, double weight) {
        Map<Integer, Integer> keywords = new LinkedHashMap<>();
        int wanted = random.nextInt(4);
        for (int i = 0; i < wanted; i++) {
            int keyword = i == 0
                    ? Sampling.zipf(random, World.GENERAL_KEYWORDS)
                    : World.GENERAL_KEYWORDS
                            + category * World.KEYWORDS_PER_CATEGORY
                            + Sampling.zipf(random, World.KEYWORDS_PER_CATEGORY);
            keywords.put(keyword, (int) Math.round(250_000 * weight / wanted));
        }
        return keywords;
    }
}
