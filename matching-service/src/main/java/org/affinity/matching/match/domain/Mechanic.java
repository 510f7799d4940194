package org.affinity.matching.match.domain;

import java.util.List;

/** The mechanic proposed for a brief, and why. */
public record Mechanic(MechanicType type, List<String> reasons) {

    public Mechanic {
        reasons = List.copyOf(reasons);
    }
}
