package org.affinity.matching.candidate.domain;

/** A kind of engagement the creator accepts; {@code fee} is null when none was stated. */
public record Availability(EngagementType engagementType, Money fee, AvailabilityTerms terms) {

    public Availability {
        terms = terms == null ? AvailabilityTerms.NONE : terms;
    }

    /** Accepted without any limit. */
    public Availability(EngagementType engagementType, Money fee) {
        this(engagementType, fee, AvailabilityTerms.NONE);
    }
}
