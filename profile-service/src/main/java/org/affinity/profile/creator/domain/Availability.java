package org.affinity.profile.creator.domain;

/** A kind of engagement the creator accepts; {@code fee} is null when not declared. */
public record Availability(EngagementType engagementType, Fee fee) {}
