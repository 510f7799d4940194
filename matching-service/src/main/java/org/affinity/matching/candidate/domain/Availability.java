package org.affinity.matching.candidate.domain;

/** A kind of engagement the creator accepts; {@code fee} is null when none was stated. */
public record Availability(EngagementType engagementType, Money fee) {}
