package org.affinity.matching.match.domain;

/**
 * By what a quota divides the creators. Whoever has no known value counts towards none; nothing is told yet of the
 * gender of creators, or whether they live in the country or in town, so nobody counts towards those.
 */
public enum QuotaDimension {
    TIER,
    COUNTRY,
    PLATFORM,
    GENDER,
    AREA;

    /** The creator's value, or null when it is unknown. */
    String of(PanelCandidate candidate) {
        return switch (this) {
            case TIER -> candidate.tier().name();
            case COUNTRY -> candidate.country();
            case PLATFORM -> candidate.platform().name();
            case GENDER, AREA -> null;
        };
    }
}
