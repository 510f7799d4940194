package org.affinity.matching.match.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.engine.domain.Schema;
import org.affinity.matching.engine.domain.columnar.Layout;

/** The columns of the index of creators, and what their codes stand for. */
public final class Columns {

    /** Columns of codes and levels. */
    enum Code {
        /** 0 active, 1 withdrawn, 2 turned out to be another creator. */
        STATE,
        PLATFORM,
        TIER,
        /** Place in {@link #COUNTRIES}. */
        COUNTRY,
        /** A bit per engagement type that is offered; unknown when nothing was said. */
        OFFERS,
        /** Place in {@link #CURRENCIES} of the price of paid work; unknown where it is nothing. */
        PAID_CURRENCY,
        /** The same for affiliation; unknown when it is free. */
        AFFILIATE_CURRENCY,
        ENGAGEMENT,
        CREDIBILITY,
        /** Worth of the fee for paid work. */
        PAID_WORTH,
        /** Worth of the fee for affiliation. */
        AFFILIATE_WORTH,
        /** The same two for who wants nothing but stories. */
        STORY_PAID_WORTH,
        STORY_AFFILIATE_WORTH,
        TRACK_RECORD,
        ANSWER_RATE,
        /** Unanswered invitations, 250 and more as one. */
        OPEN_INVITATIONS,
        /** Invitations of the last 30 days, 250 and more as one. */
        RECENT_INVITATIONS
    }

    /** Columns of numbers; days are counted from 1970-01-01, prices as {@link Cents}. */
    enum Figure {
        PAID_FROM,
        PAID_UNTIL,
        PAID_NOTICE,
        PAID_LAST_DAY_TO_ASK,
        GIFTED_FROM,
        GIFTED_UNTIL,
        GIFTED_NOTICE,
        GIFTED_LAST_DAY_TO_ASK,
        AFFILIATE_FROM,
        AFFILIATE_UNTIL,
        AFFILIATE_NOTICE,
        AFFILIATE_LAST_DAY_TO_ASK,
        VOLUNTEER_FROM,
        VOLUNTEER_UNTIL,
        VOLUNTEER_NOTICE,
        VOLUNTEER_LAST_DAY_TO_ASK,
        PAUSE_FROM,
        PAUSE_UNTIL,
        ALLOWED_FROM,
        ALLOWED_UNTIL,
        ALLOWED_AGAIN_FROM,
        ALLOWED_AGAIN_UNTIL,
        PAID_PRICE,
        AFFILIATE_PRICE,
        IMPRESSIONS,
        INTERACTIONS,
        /** The same for who wants nothing but stories. */
        STORY_PAID_PRICE,
        STORY_IMPRESSIONS,
        STORY_INTERACTIONS,
        OBSERVED_DAY,
        LAST_POST_DAY,
        INVITATIONS_DAY;

        /** The first of the four columns of an engagement type: from, until, notice, last day to ask. */
        static int window(EngagementType type) {
            return place(PAID_FROM) + 4 * place(type);
        }
    }

    /** Sets of keywords. */
    enum Words {
        /** Primary subtags, and with a plus where nothing speaks against fluency. */
        LANGUAGES,
        /** See {@link Categories#topicKey}. */
        TOPIC_KEYS,
        /** Categories of topics and niches, and all above them. */
        CATEGORIES,
        /** Stems of bio, topics and handle. */
        STEMS,
        /** Categories that the stems tell of. */
        TOLD_CATEGORIES,
        /** See {@link BrandWords}. */
        BRAND_TIES,
        CAUSES,
        /** Questions that are answered, and {@code question=answer}. */
        ANSWERS,
        /** Country, and key of the city, of the home. */
        HOME,
        /** Steps of the audience's shares of cities, see {@link CityWords}. */
        CITIES,
        /** Formats of the rate card that cost the row's price; all of it where a fee is stated. */
        PRICED_FORMATS,
        /** The name of a platform that was added later and has no code; of others nothing. */
        ADDED_PLATFORMS
    }

    /** Code of a value that is not listed; equal to no other. */
    static final int NOT_LISTED = 254;

    /** Those of ISO 3166-1, and XK, which profiles and the European Union use for Kosovo. */
    private static final List<String> COUNTRIES = Stream.concat(
                    Arrays.stream(Locale.getISOCountries()), Stream.of("XK"))
            .sorted()
            .toList();

    private static final List<String> CURRENCIES = List.copyOf(new TreeSet<>(Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .toList()));

    private static final List<Platform> PLATFORMS = List.of(Platform.values());

    private final AudienceColumns audience;
    private final Schema schema;

    /** Whether a country can be asked for. */
    public static boolean isCountry(String code) {
        return COUNTRIES.contains(code);
    }

    public Columns(Categories categories) {
        this.audience = new AudienceColumns(categories, Code.values().length);
        List<String> codes = new ArrayList<>(names(Code.values()));
        mark(codes, Code.COUNTRY, COUNTRIES);
        mark(codes, Code.PAID_CURRENCY, CURRENCIES);
        mark(codes, Code.AFFILIATE_CURRENCY, CURRENCIES);
        mark(codes, Code.PLATFORM, PLATFORMS.stream().map(Platform::name).toList());
        mark(codes, Code.TIER, names(Tier.values()));
        mark(codes, Code.OFFERS, names(EngagementType.values()));
        codes.addAll(audience.names());
        this.schema = new Schema(codes, names(Figure.values()), names(Words.values()));
    }

    /** Where other values have codes, it is another schema. */
    private static void mark(List<String> codes, Code column, List<String> values) {
        codes.set(place(column), column + " " + values.hashCode());
    }

    /** The place of a column among its kind, or the code of a value: the order in which they are declared. */
    @SuppressWarnings("EnumOrdinal") // The names of all are in the schema, so another order is another schema.
    static int place(Enum<?> value) {
        return value.ordinal();
    }

    private static List<String> names(Enum<?>... columns) {
        return Stream.of(columns).map(Enum::name).toList();
    }

    /** Creators of one country and size lie together, those who score well whatever the brief before the others. */
    public Layout layout() {
        return new Layout(
                List.of(
                        new Layout.Key(place(Code.COUNTRY), 0),
                        new Layout.Key(place(Code.TIER), 0),
                        new Layout.Key(Layout.QUALITY, 4)),
                List.of(
                        new Layout.Quality(place(Code.ENGAGEMENT), 20, 125),
                        new Layout.Quality(place(Code.CREDIBILITY), 6, 188),
                        new Layout.Quality(place(Code.TRACK_RECORD), 10, 0),
                        new Layout.Quality(place(Code.ANSWER_RATE), 5, 125)));
    }

    /** The columns by name, as an engine needs them. */
    public Schema schema() {
        return schema;
    }

    AudienceColumns audience() {
        return audience;
    }

    static int country(String code) {
        return code == null ? Row.UNKNOWN_CODE : place(COUNTRIES, code);
    }

    /** The code of a platform; those that were added later share one, and are told apart by their names. */
    static int platform(Platform platform) {
        int place = PLATFORMS.indexOf(platform);
        return place < 0 ? NOT_LISTED : place;
    }

    static int currency(String code) {
        return place(CURRENCIES, code);
    }

    private static int place(List<String> sorted, String value) {
        int place = Collections.binarySearch(sorted, value);
        return place < 0 || place >= NOT_LISTED ? NOT_LISTED : place;
    }
}
