package org.affinity.matching.match.domain;

import java.util.Arrays;
import java.util.List;
import org.affinity.matching.candidate.domain.Tier;

/**
 * By what a quota divides the creators. Whoever has no known value counts towards none. Nothing is told of the gender
 * of creators, so nobody counts towards one; of their area it is what they answer to {@code area-type}.
 */
public enum QuotaDimension {
    TIER,
    COUNTRY,
    PLATFORM,
    GENDER,
    /** {@code RURAL} for the countryside, {@code URBAN} for towns and suburbs of any size. */
    AREA;

    /** What is wrong with a value, or null. Which platforms there are is told by events, not known here. */
    public String objectionTo(String value) {
        return switch (this) {
            case TIER -> oneOf(Arrays.stream(Tier.values()).map(Tier::name).toList(), value);
            case COUNTRY ->
                Columns.country(value) == Columns.NOT_LISTED ? "must be a country code of ISO 3166-1 alpha-2" : null;
            case PLATFORM -> null;
            case GENDER -> oneOf(AudienceColumns.GENDERS, value);
            case AREA -> oneOf(List.of("RURAL", "URBAN"), value);
        };
    }

    private static String oneOf(List<String> known, String value) {
        return known.contains(value) ? null : "must be one of " + known;
    }

    /** Whether it is known of anybody. */
    boolean isEverKnown() {
        return this != GENDER;
    }

    /** The creator's value, or null when it is unknown. */
    String of(PanelCandidate candidate) {
        return switch (this) {
            case TIER -> candidate.tier().name();
            case COUNTRY -> candidate.country();
            case PLATFORM -> candidate.platform().name();
            case GENDER -> null;
            case AREA -> candidate.area();
        };
    }
}
