package org.affinity.profile.creator.domain;

/** The terms on which a creator is willing to work. */
public enum EngagementType {
    PAID,
    GIFTED,
    AFFILIATE,
    VOLUNTEER
}
