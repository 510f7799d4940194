package org.affinity.profile.creator.domain;

/**
 * A kind of engagement the creator accepts; {@code fee} is null when not declared. Without {@code terms} those that
 * this kind has already stay.
 */
public record Availability(EngagementType engagementType, Fee fee, EngagementTerms terms) {

    /** Availability whose terms are not spoken of. */
    public Availability(EngagementType engagementType, Fee fee) {
        this(engagementType, fee, null);
    }

    /** The same availability with these terms, unless it has terms of its own. */
    public Availability orTerms(EngagementTerms present) {
        return terms == null ? new Availability(engagementType, fee, present) : this;
    }
}
