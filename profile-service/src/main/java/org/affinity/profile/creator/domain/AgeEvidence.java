package org.affinity.profile.creator.domain;

import java.time.LocalDate;

/**
 * What is known of a creator's age and of the papers of a minor; null means unknown or not there. No date of birth is
 * kept: the year and, where a birthday of that year matters, an age that an operator has seen proof of are enough.
 *
 * @param guardianConsentOn from when on the guardian agrees
 * @param authorisedFrom first day of the administrative authorisation (France: C. trav. L7124-1)
 * @param authorisedUntil its last day; null when it has none
 * @param attestedAge age, 16 or 18, that an operator has seen proof of
 * @param attestedOn day from which that age is proven
 */
public record AgeEvidence(
        Integer birthYear,
        LocalDate guardianConsentOn,
        LocalDate authorisedFrom,
        LocalDate authorisedUntil,
        Integer attestedAge,
        LocalDate attestedOn) {

    /** Keeps the year of birth out of logs. */
    @Override
    public String toString() {
        return "AgeEvidence[]";
    }
}
