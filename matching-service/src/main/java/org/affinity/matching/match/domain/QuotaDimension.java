package org.affinity.matching.match.domain;

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
