package org.affinity.profile.audience.domain;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.affinity.profile.creator.domain.Countries;
import org.affinity.profile.creator.domain.Languages;

/** What an audience is spread over. */
public enum Dimension {
    COUNTRY("an ISO 3166 alpha-2 code such as FR"),
    REGION("an ISO 3166-2 code such as FR-IDF"),
    CITY("a name with its country, such as FR:Lyon"),
    AGE_BAND("an age band such as 18-24 or 65+"),
    GENDER("FEMALE, MALE or OTHER"),
    LANGUAGE("a BCP 47 tag of a language of ISO 639 such as fr"),
    INTEREST("a word or two");

    private static final Pattern REGION_CODE = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
    private static final Pattern CITY_NAME = Pattern.compile("[A-Z]{2}:[^\\p{Cntrl}:]{1,80}");
    private static final Pattern BAND = Pattern.compile("\\d{1,2}-\\d{1,3}|\\d{2}\\+");
    private static final int LONGEST = 80;

    private final String expected;

    Dimension(String expected) {
        this.expected = expected;
    }

    /** What a value of this dimension must be. */
    public String expected() {
        return expected;
    }

    /** The value in the form in which values are compared; empty when it is none of this dimension. */
    public Optional<String> canonical(String value) {
        String text = value.strip();
        return switch (this) {
            case COUNTRY -> Optional.of(text).filter(Countries::isCode);
            case REGION -> matching(REGION_CODE, text);
            case CITY -> matching(CITY_NAME, text).filter(city -> Countries.isCode(city.substring(0, 2)));
            case AGE_BAND -> matching(BAND, text).filter(Dimension::isBand);
            case GENDER -> matching(Pattern.compile("FEMALE|MALE|OTHER"), text);
            case LANGUAGE -> Languages.canonical(text);
            case INTEREST ->
                text.isEmpty() || text.length() > LONGEST
                        ? Optional.empty()
                        : Optional.of(text.toLowerCase(Locale.ROOT));
        };
    }

    /** The most that shares of one audience may sum to; rounded shares may pass 1 by a little. */
    public static boolean isTooMuch(BigDecimal sum) {
        return sum.compareTo(new BigDecimal("1.0005")) > 0;
    }

    private static boolean isBand(String band) {
        int dash = band.indexOf('-');
        return dash < 0 || Integer.parseInt(band.substring(0, dash)) <= Integer.parseInt(band.substring(dash + 1));
    }

    private static Optional<String> matching(Pattern pattern, String text) {
        return pattern.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }
}
