package org.affinity.profile.creator.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * Whether a creator may be a minor, and when they may be matched.
 *
 * @param status on the day of the change that this belongs to
 * @param allowedPeriods when the creator may take part, in order and apart from each other; empty means never, and
 *     nothing when the status is {@code UNKNOWN}
 */
public record Minority(Status status, List<Period> allowedPeriods) {

    public Minority {
        allowedPeriods = List.copyOf(allowedPeriods);
    }

    /** What is known of a creator's age. */
    public enum Status {
        /** 18 or older for certain. */
        ADULT,
        /** May be a minor; the papers for their age are there. */
        MINOR_AUTHORISED,
        /** May be a minor; papers are missing. */
        MINOR_NOT_AUTHORISED,
        /** Neither year of birth nor proof of age is there. */
        UNKNOWN
    }

    /** Days from the first to the last, both included; without a last one for good. */
    public record Period(LocalDate from, LocalDate until) {

        boolean contains(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }
}
