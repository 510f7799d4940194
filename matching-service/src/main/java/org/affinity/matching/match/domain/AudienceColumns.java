package org.affinity.matching.match.domain;

import java.util.ArrayList;
import java.util.BitSet;
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

    private static final Map<String, AgeBand> KEPT_BANDS = keptBands();

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
        Collection<String> values = columnValues(dimension, wanted);
        return notKept(dimension, wanted, values).isEmpty() ? new LinkedHashSet<>(values) : Set.of();
    }

    /** Those of the values that a brief wants of which nothing is kept. */
    Set<String> notKept(AudienceDimension dimension, Collection<String> wanted) {
        return notKept(dimension, wanted, columnValues(dimension, wanted));
    }

    private Set<String> notKept(AudienceDimension dimension, Collection<String> wanted, Collection<String> values) {
        Set<String> notKept = new LinkedHashSet<>(dimension == AudienceDimension.AGE_BAND ? wanted : values);
        if (dimension == AudienceDimension.AGE_BAND) {
            BitSet kept = AgeBand.years(values);
            notKept.removeIf(band -> AgeBand.of(band).yearsAmong(kept) > 0);
        } else {
            notKept.removeIf(columns.get(dimension)::containsKey);
        }
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
            case AGE_BAND -> keptBands(AgeBand.years(wanted));
            case INTEREST -> wanted.stream().map(categories::mainOf).distinct().toList();
            case LANGUAGE -> Tags.languages(wanted);
            case COUNTRY, GENDER, REGION, CITY -> wanted;
        };
    }

    private static List<String> keptBands(BitSet wanted) {
        return AGE_BANDS.stream()
                .filter(band -> KEPT_BANDS.get(band).isWanted(wanted))
                .toList();
    }

    private static Map<String, AgeBand> keptBands() {
        Map<String, AgeBand> bands = new LinkedHashMap<>();
        AGE_BANDS.forEach(band -> bands.put(band, AgeBand.of(band)));
        return bands;
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

    private static void spread(String words, double share, Map<String, Double> sums) {
        AgeBand band = AgeBand.of(words);
        KEPT_BANDS.forEach((name, kept) -> {
            int common = band.yearsIn(kept);
            if (common > 0) {
                sums.merge(name, share * common / band.years(), Double::sum);
            }
        });
    }
}
