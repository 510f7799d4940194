package org.affinity.bench.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.affinity.matching.engine.domain.Row;

/**
 * How a creator comes about: country, platforms, followers (log-normal), engagement by tier and platform, false
 * followers, audience around the own country, ages by platform, interests around the main category, price by followers
 * and country, keywords and brands. About 33 of 196 dimensions are not zero.
 */
final class CreatorLaw {

    private static final double[] AGE_STRENGTHS = {1.2, 5, 6, 3, 1.2, 0.6, 0.4};

    final byte[] codes = new byte[World.CODES];
    final int[] numbers = new int[World.NUMBERS];
    final int[] keywords;
    final int[] brands;

    /** Versions from 1 on have the same country, platforms and category, and everything else drawn again. */
    CreatorLaw(int number, int version) {
        RandomGenerator random = new SplittableRandom(World.SEED ^ number * 0x9E3779B97F4A7C15L);
        int country = Sampling.choose(random, World.COUNTRY_WEIGHTS);
        int platform = Sampling.choose(random, World.PLATFORM_WEIGHTS);
        int platforms = 1 << platform;
        for (int other = 0; other < World.PLATFORM_WEIGHTS.length; other++) {
            platforms |= random.nextDouble() < World.PLATFORM_WEIGHTS[other] / 2 ? 1 << other : 0;
        }
        int followers = (int) Math.clamp(Math.exp(Math.log(9_000) + 1.75 * random.nextGaussian()), 1_000, 3e8);
        int category = Sampling.zipf(random, World.CATEGORIES);
        if (version > 0) {
            random = new SplittableRandom(World.SEED ^ number * 0x9E3779B97F4A7C15L ^ (long) version << 40);
        }
        int tier = World.tier(followers);
        codes[World.OWN_COUNTRY] = (byte) country;
        codes[World.OWN_LANGUAGE] = (byte) World.language(country);
        codes[World.TIER] = (byte) tier;
        codes[World.PLATFORMS] = (byte) platforms;
        codes[World.FORMATS] = (byte) (random.nextInt(256) | 1 << random.nextInt(8));
        codes[World.SENSITIVE] = (byte) flags(random);
        codes[World.MORE_SENSITIVE] = (byte) flags(random);
        codes[World.MAIN_CATEGORY] = (byte) category;
        numbers[World.FOLLOWERS] = followers;
        audience(random, country, platform, followers, category);
        topics(random, category);
        signals(random, tier, platform, country, followers);
        keywords = keywords(random, category);
        brands = IntStream.generate(new Words(random, World.BRAND_COUNT))
                .limit(Sampling.poisson(random, 0.3 + 0.8 * tier))
                .sorted()
                .distinct()
                .toArray();
    }

    /** Numbers below a limit, the small ones more often. */
    private record Words(RandomGenerator random, int limit) implements java.util.function.IntSupplier {

        @Override
        public int getAsInt() {
            return Sampling.zipf(random, limit);
        }
    }

    private static int flags(RandomGenerator random) {
        int flags = 0;
        for (int flag = 0; flag < 6; flag++) {
            flags |= random.nextDouble() < 0.004 + 0.015 * flag ? 1 << flag : 0;
        }
        return flags;
    }

    private void level(int dimension, double share) {
        codes[dimension] = (byte) Math.round(Row.HIGHEST_LEVEL * Math.clamp(share, 0, 1));
    }

    private void audience(RandomGenerator random, int country, int platform, int followers, int category) {
        double mean = Math.clamp(0.86 - 0.12 * Math.log10(followers / 1_000.0), 0.3, 0.95);
        double own = Sampling.beta(random, 12 * mean, 12 * (1 - mean));
        double[] shares = new double[World.COUNTRIES];
        shares[country] = own;
        int others = 3 + random.nextInt(3);
        double[] parts = Sampling.dirichlet(random, new double[] {2, 1.5, 1, 0.8, 0.6});
        for (int i = 0; i < others; i++) {
            int other = random.nextInt(3) == 0
                    ? (country + World.LANGUAGES * (1 + random.nextInt(2))) % World.COUNTRIES
                    : Sampling.choose(random, World.COUNTRY_WEIGHTS);
            shares[other] += (1 - own) * parts[i];
        }
        double[] languages = new double[World.LANGUAGES];
        for (int i = 0; i < shares.length; i++) {
            level(i, shares[i]);
            languages[World.language(i)] += shares[i];
        }
        for (int i = 0; i < languages.length; i++) {
            level(World.LANGUAGE + i, languages[i]);
        }
        double[] strengths = AGE_STRENGTHS.clone();
        strengths[platform == 1 ? 1 : 2] *= platform == 5 ? 1 : 1.5;
        double[] ages = Sampling.dirichlet(random, strengths);
        for (int i = 0; i < ages.length; i++) {
            level(World.AGE + i, ages[i]);
        }
        double women = Sampling.beta(random, 2 + category % 7, 2 + (category + 3) % 5);
        level(World.GENDER, 0.98 * women);
        level(World.GENDER + 1, 0.98 * (1 - women));
        level(World.GENDER + 2, 0.02);
        double[] interests = Sampling.dirichlet(random, new double[] {4, 2, 1.5, 1, 1, 0.7, 0.7, 0.5});
        for (int i = 0; i < interests.length; i++) {
            int interest = i < 5 ? (category + i * i) % World.CATEGORIES : random.nextInt(World.CATEGORIES);
            level(World.INTEREST + interest, interests[i] * 2);
        }
    }

    private void topics(RandomGenerator random, int category) {
        level(World.TOPIC + category, 0.6 + 0.4 * random.nextDouble());
        for (int i = random.nextInt(4); i > 0; i--) {
            level(World.TOPIC + (category + 1 + random.nextInt(6)) % World.CATEGORIES, 0.2 + 0.5 * random.nextDouble());
        }
    }

    private void signals(RandomGenerator random, int tier, int platform, int country, int followers) {
        double fake = random.nextDouble() < 0.82 ? Sampling.beta(random, 2, 16) : Sampling.beta(random, 4, 6);
        double rate = World.TIER_RATES[tier]
                * World.PLATFORM_RATES[platform]
                * Math.exp(0.5 * random.nextGaussian())
                * (1 - 0.6 * fake);
        numbers[World.RATE] = (int) Math.round(rate * 10_000);
        double price = 8
                * Math.pow(followers / 1_000.0, 0.78)
                * World.PRICE_LEVELS[country]
                * Math.exp(0.45 * random.nextGaussian());
        numbers[World.PRICE] = (int) Math.max(1, Math.round(price));
        level(World.ENGAGEMENT, 0.5 + Math.log(rate / World.TIER_RATES[tier]) / Math.log(16));
        level(World.AUTHENTICITY, 1 - fake);
        level(World.SAFETY, Sampling.beta(random, 9, 1.5));
        level(World.PAST, random.nextInt(3) == 0 ? Sampling.beta(random, 2, 3) : 0);
        level(World.RESPONSIVENESS, Sampling.beta(random, 3, 2));
        level(World.CHEAPNESS, 0.5 - Math.log(price / (8 * Math.pow(followers / 1_000.0, 0.78))) / Math.log(16));
    }

    private static int[] keywords(RandomGenerator random, int category) {
        int[] words = new int[12 + random.nextInt(12)];
        Arrays.setAll(
                words,
                _ -> random.nextInt(5) < 3
                        ? World.GENERAL_KEYWORDS
                                + category * World.KEYWORDS_PER_CATEGORY
                                + Sampling.zipf(random, World.KEYWORDS_PER_CATEGORY)
                        : Sampling.zipf(random, World.GENERAL_KEYWORDS));
        return Arrays.stream(words).sorted().distinct().toArray();
    }

    void writeTo(Creators creators, int number) {
        for (int column = 0; column < codes.length; column++) {
            creators.codes[column][number] = codes[column];
        }
        for (int column = 0; column < numbers.length; column++) {
            creators.numbers[column][number] = numbers[column];
        }
        creators.words[World.KEYWORDS][number] = keywords;
        creators.words[World.BRANDS][number] = brands;
    }

    Row row(Set<String> ownKeywords, Set<String> ownBrands) {
        return new Row(codes, numbers, List.of(ownKeywords, ownBrands));
    }
}
