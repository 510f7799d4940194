package org.affinity.matching.match.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.Tags;

/**
 * Where the index keeps how an audience is spread: a level per value of a dimension. Countries and languages that are
 * not listed here are not kept, so nothing is known of them, nor of what a brief wants together with them; interests
 * are kept by their topmost category.
 */
final class AudienceColumns {

    /** Age bands as networks report them; others are spread over these by years. */
    static final List<String> AGE_BANDS = List.of("13-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+");

    private static final int OLDEST = 99;

    static final List<String> GENDERS = List.of("FEMALE", "MALE", "OTHER");

    /** The markets where creators are mostly followed; the product starts in France. */
    private static final List<String> COUNTRIES = List.of(
            "FR", "BE", "CH", "LU", "CA", "US", "GB", "IE", "DE", "AT", "ES", "IT", "PT", "NL", "PL", "RO", "GR", "CZ",
            "SE", "DK", "NO", "FI", "MA", "DZ", "TN", "SN", "CI", "CM", "CD", "BR", "MX", "AR", "CO", "IN", "ID", "TR",
            "RU", "AU", "JP", "NG");

    private static final List<String> LANGUAGES = List.of(
            "fr", "en", "es", "de", "it", "pt", "nl", "ar", "pl", "ro", "el", "cs", "sv", "da", "no", "fi", "tr", "ru",
            "hi", "ja");

    private final Categories categories;
    private final Map<AudienceDimension, Map<String, Integer>> columns = new EnumMap<>(AudienceDimension.class);
    private final List<String> names = new ArrayList<>();

    /** @param first the first column that is free */
    AudienceColumns(Categories categories, int first) {
        this.categories = categories;
        add(AudienceDimension.AGE_BAND, AGE_BANDS, first);
        add(AudienceDimension.GENDER, GENDERS, first);
        add(AudienceDimension.COUNTRY, COUNTRIES, first);
        add(AudienceDimension.LANGUAGE, LANGUAGES, first);
        add(AudienceDimension.INTEREST, categories.mainCategories(), first);
    }

    private void add(AudienceDimension dimension, List<String> values, int first) {
        Map<String, Integer> ofDimension = new LinkedHashMap<>();
        values.forEach(value -> {
            ofDimension.put(value, first + names.size());
            names.add("audience " + dimension + " " + value);
        });
        columns.put(dimension, ofDimension);
    }

    /** Names of the columns, in their order. */
    Collection<String> names() {
        return Collections.unmodifiableList(names);
    }

    /** Columns of the values that a brief wants; empty when one of them is not kept. */
    int[] columns(AudienceDimension dimension, Collection<String> wanted) {
        return wanted(dimension, wanted).stream()
                .mapToInt(columns.get(dimension)::get)
                .sorted()
                .toArray();
    }

    /**
     * Values that a brief wants, in the words in which they are kept; empty when one of them is not, as the share of
     * the others would pass for that of all.
     */
    Set<String> wanted(AudienceDimension dimension, Collection<String> wanted) {
        return notKept(dimension, wanted).isEmpty() ? new LinkedHashSet<>(columnValues(dimension, wanted)) : Set.of();
    }

    /** Those of the values that a brief wants of which nothing is kept. */
    Set<String> notKept(AudienceDimension dimension, Collection<String> wanted) {
        Collection<String> values = columnValues(dimension, wanted);
        Set<String> notKept = new LinkedHashSet<>(dimension == AudienceDimension.AGE_BAND ? wanted : values);
        notKept.removeIf(
                dimension == AudienceDimension.AGE_BAND
                        ? band -> values.stream().anyMatch(kept -> commonYears(years(kept), years(band)) > 0)
                        : columns.get(dimension)::containsKey);
        return notKept;
    }

    /** The audience of an account in the words in which it is kept; empty where nothing is told of it. */
    Map<String, Double> told(Account account, AudienceDimension dimension) {
        return account.audienceBy(dimension)
                .map(told -> byColumnValue(dimension, told.shares()))
                .orElse(Map.of());
    }

    /** The share of an account's audience that a brief wants, as it is told; empty where nothing is told of it. */
    OptionalDouble share(Account account, AudienceDimension dimension, Collection<String> wanted) {
        if (dimension == AudienceDimension.CITY) {
            return account.audienceBy(dimension).stream()
                    .mapToDouble(cities -> Math.min(1, CityWords.share(cities.shares(), wanted)))
                    .findFirst();
        }
        Map<String, Double> told = told(account, dimension);
        return told.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(
                        1,
                        wanted(dimension, wanted).stream()
                                .mapToDouble(value -> told.getOrDefault(value, 0.0))
                                .sum()));
    }

    private Collection<String> columnValues(AudienceDimension dimension, Collection<String> wanted) {
        return switch (dimension) {
            case AGE_BAND ->
                AGE_BANDS.stream().filter(band -> isWanted(band, wanted)).toList();
            case INTEREST -> wanted.stream().map(categories::mainOf).distinct().toList();
            case LANGUAGE -> Tags.languages(wanted);
            case COUNTRY, GENDER, REGION, CITY -> wanted;
        };
    }

    /** A band is wanted when at least half of its years are, by whichever of the wanted bands. */
    static boolean isWanted(String band, Collection<String> wanted) {
        int[] years = years(band);
        long inside = IntStream.rangeClosed(years[0], years[1])
                .filter(year -> wanted.stream().map(AudienceColumns::years).anyMatch(other -> holds(other, year)))
                .count();
        return 2 * inside >= years[1] - years[0] + 1;
    }

    static boolean holds(int[] band, int year) {
        return band[0] <= year && year <= band[1];
    }

    /** First and last year of a band such as 18-24 or 65+. */
    static int[] years(String band) {
        if (band.endsWith("+")) {
            return new int[] {Integer.parseInt(band.substring(0, band.length() - 1)), OLDEST};
        }
        return Arrays.stream(band.split("-", -1)).mapToInt(Integer::parseInt).toArray();
    }

    private static int commonYears(int[] one, int[] other) {
        return Math.max(0, Math.min(one[1], other[1]) - Math.max(one[0], other[0]) + 1);
    }

    /** Writes the levels of an account's audience; a dimension of which nothing is told stays unknown. */
    void write(Account account, byte[] codes) {
        columns.forEach((dimension, ofDimension) -> {
            Map<String, Double> shares = told(account, dimension);
            ofDimension.forEach((value, column) -> codes[column] =
                    (byte) (shares.isEmpty() ? Levels.UNKNOWN : Levels.reachedBy(shares.getOrDefault(value, 0.0))));
        });
    }

    private Map<String, Double> byColumnValue(AudienceDimension dimension, SortedMap<String, Double> shares) {
        Map<String, Double> sums = new LinkedHashMap<>();
        shares.forEach((value, share) -> {
            switch (dimension) {
                case AGE_BAND -> spread(value, share, sums);
                case LANGUAGE -> Tags.languages(List.of(value)).forEach(tag -> sums.merge(tag, share, Double::sum));
                case INTEREST ->
                    categories.named(value).ifPresent(id -> sums.merge(categories.mainOf(id), share, Double::sum));
                case COUNTRY, GENDER -> sums.merge(value.toUpperCase(Locale.ROOT), share, Double::sum);
                case REGION, CITY -> {
                    // Regions are not asked for; cities are kept as keywords.
                }
            }
        });
        return sums;
    }

    private static void spread(String band, double share, Map<String, Double> sums) {
        int[] years = years(band);
        AGE_BANDS.forEach(kept -> {
            int common = commonYears(years, years(kept));
            if (common > 0) {
                sums.merge(kept, share * common / (years[1] - years[0] + 1), Double::sum);
            }
        });
    }
}
