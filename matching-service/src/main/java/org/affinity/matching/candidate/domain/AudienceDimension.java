package org.affinity.matching.candidate.domain;

import java.util.Arrays;
import java.util.Optional;

/** What an audience is spread over. */
public enum AudienceDimension {
    COUNTRY,
    REGION,
    CITY,
    AGE_BAND,
    GENDER,
    LANGUAGE,
    INTEREST;

    /** The dimension of that name; empty for one this version does not know, which readers skip. */
    public static Optional<AudienceDimension> named(String name) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.name().equals(name))
                .findFirst();
    }
}
