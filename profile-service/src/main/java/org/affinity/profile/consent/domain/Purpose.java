package org.affinity.profile.consent.domain;

/** What data may be used for. */
public enum Purpose {
    /** To find creators who fit a campaign. */
    MATCHING,
    /** To write to the creator. */
    CONTACT,
    /** To measure what collaborations brought. */
    MEASUREMENT
}
