package org.affinity.matching.candidate.domain;

import java.time.LocalDate;

/**
 * When and how much a creator accepts; null is no limit stated.
 *
 * @param from first day, included
 * @param until last day, included
 * @param maxPerMonth most collaborations that begin in a calendar month
 * @param maxConcurrent most collaborations under way at a time
 * @param minNoticeDays days needed between an invitation and the first day of work
 */
public record AvailabilityTerms(
        LocalDate from, LocalDate until, Integer maxPerMonth, Integer maxConcurrent, Integer minNoticeDays) {

    /** No limit is stated. */
    public static final AvailabilityTerms NONE = new AvailabilityTerms(null, null, null, null, null);

    /** Whether the creator takes on nothing at all: not one collaboration a month, or not one at a time. */
    public boolean takesNone() {
        return isZero(maxPerMonth) || isZero(maxConcurrent);
    }

    private static boolean isZero(Integer limit) {
        return limit != null && limit == 0;
    }
}
