package org.affinity.matching.candidate.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * When a creator may take part, by age and papers, as profile-service worked it out.
 *
 * @param ageKnown whether anything tells the age; without it nothing is refused
 * @param periods days on which the creator may take part, apart from each other
 */
public record AgeClearance(boolean ageKnown, List<Period> periods) {

    public AgeClearance {
        periods = List.copyOf(periods);
    }

    /** Whether the creator may take part in all of a campaign. */
    public boolean covers(LocalDate first, LocalDate last) {
        return !ageKnown || periods.stream().anyMatch(period -> period.covers(first, last));
    }

    /** Days from the first to the last, both included; null for no last one. */
    public record Period(LocalDate from, LocalDate until) {

        boolean covers(LocalDate first, LocalDate last) {
            return !first.isBefore(from) && (until == null || !last.isAfter(until));
        }
    }
}
