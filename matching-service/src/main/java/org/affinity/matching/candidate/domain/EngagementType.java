package org.affinity.matching.candidate.domain;

import java.util.Arrays;
import java.util.Optional;

/** What a creator gets in return for taking part. */
public enum EngagementType {
    PAID,
    GIFTED,
    AFFILIATE,
    VOLUNTEER;

    /** The type of that name; empty for one this version does not know, which readers skip. */
    public static Optional<EngagementType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
