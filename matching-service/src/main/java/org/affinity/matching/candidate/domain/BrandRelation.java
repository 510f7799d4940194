package org.affinity.matching.candidate.domain;

import java.util.Arrays;
import java.util.Optional;

/** How a creator stands to a brand. */
public enum BrandRelation {
    WORKED_WITH,
    WISHES,
    LOVES,
    REFUSES;

    /** The relation of that name; empty for one this version does not know, which readers skip. */
    public static Optional<BrandRelation> named(String name) {
        return Arrays.stream(values())
                .filter(relation -> relation.name().equals(name))
                .findFirst();
    }
}
