package org.affinity.campaign.brief.domain;

/** What an organisation wants of a campaign. */
public enum Aim {
    RECRUIT,
    CONVINCE,
    RETAIN,
    VISIBILITY,
    FUNDRAISE
}
