package org.affinity.bench.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.affinity.matching.engine.domain.Schema;

/** What creators and briefs of the benchmark have in common: dimensions, tables of constants, columns. */
final class World {

    static final long SEED = 20_251_122L;

    static final int COUNTRIES = 40;
    static final int AGES = 7;
    static final int GENDERS = 3;
    static final int LANGUAGES = 20;
    static final int CATEGORIES = 60;
    static final int SIGNALS = 6;

    /** Where each group of dimensions begins. */
    static final int AGE = COUNTRIES;

    static final int GENDER = AGE + AGES;
    static final int LANGUAGE = GENDER + GENDERS;
    static final int INTEREST = LANGUAGE + LANGUAGES;
    static final int TOPIC = INTEREST + CATEGORIES;
    static final int SIGNAL = TOPIC + CATEGORIES;
    static final int DIMENSIONS = SIGNAL + SIGNALS;

    static final int ENGAGEMENT = SIGNAL;
    static final int AUTHENTICITY = SIGNAL + 1;
    static final int SAFETY = SIGNAL + 2;
    static final int PAST = SIGNAL + 3;
    static final int RESPONSIVENESS = SIGNAL + 4;
    static final int CHEAPNESS = SIGNAL + 5;

    /** Columns of codes that briefs filter by, after the dimensions. */
    static final int OWN_COUNTRY = DIMENSIONS;

    static final int OWN_LANGUAGE = DIMENSIONS + 1;
    static final int TIER = DIMENSIONS + 2;
    /** A bit for each of six platforms. */
    static final int PLATFORMS = DIMENSIONS + 3;
    /** A bit for each of eight formats. */
    static final int FORMATS = DIMENSIONS + 4;
    /** Bits for six kinds of sensitive content each. */
    static final int SENSITIVE = DIMENSIONS + 5;

    static final int MORE_SENSITIVE = DIMENSIONS + 6;
    static final int MAIN_CATEGORY = DIMENSIONS + 7;
    static final int CODES = DIMENSIONS + 8;

    static final int FOLLOWERS = 0;
    static final int RATE = 1;
    static final int PRICE = 2;
    static final int NUMBERS = 3;

    static final int KEYWORDS = 0;
    static final int BRANDS = 1;
    static final int BRAND_COUNT = 5_000;
    static final int KEYWORD_COUNT = 20_000;
    /** General keywords come first; then each category's own. */
    static final int GENERAL_KEYWORDS = 8_000;

    static final int KEYWORDS_PER_CATEGORY = (KEYWORD_COUNT - GENERAL_KEYWORDS) / CATEGORIES;

    /** Followers at which a tier begins, but for the first. */
    static final int[] TIERS = {10_000, 100_000, 500_000, 1_000_000};

    static final double[] COUNTRY_WEIGHTS = weights();
    /** Of each country's price level. */
    static final double[] PRICE_LEVELS = IntStream.range(0, COUNTRIES)
            .mapToDouble(country -> 0.35 + 0.95 * ((country * 37) % COUNTRIES) / COUNTRIES)
            .toArray();

    static final double[] PLATFORM_WEIGHTS = {0.46, 0.30, 0.13, 0.05, 0.04, 0.02};
    static final double[] PLATFORM_RATES = {1, 2.2, 1.4, 0.5, 1.5, 1};
    static final double[] TIER_RATES = {0.040, 0.024, 0.016, 0.012, 0.009};

    private World() {}

    private static double[] weights() {
        double[] first = {14, 11, 9, 7, 6, 4.5};
        return IntStream.range(0, COUNTRIES)
                .mapToDouble(country -> country < first.length ? first[country] : 45.0 / (country + 5))
                .toArray();
    }

    /** The main language of a country: several countries share one. */
    static int language(int country) {
        return country < 6 ? country % 4 : (country * 7) % LANGUAGES;
    }

    static int tier(int followers) {
        int tier = 0;
        while (tier < TIERS.length && followers >= TIERS[tier]) {
            tier++;
        }
        return tier;
    }

    static Schema schema() {
        List<String> codes = new ArrayList<>();
        IntStream.range(0, DIMENSIONS).forEach(dimension -> codes.add("d" + dimension));
        codes.addAll(List.of(
                "country", "language", "tier", "platforms", "formats", "sensitive", "moreSensitive", "category"));
        return new Schema(codes, List.of("followers", "rate", "price"), List.of("keywords", "brands"));
    }
}
