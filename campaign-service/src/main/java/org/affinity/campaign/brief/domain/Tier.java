package org.affinity.campaign.brief.domain;

/** Audience-size class of an account, from fewer than a thousand followers to more than a million. */
public enum Tier {
    PROXIMITY,
    NANO,
    MICRO,
    MACRO,
    MEGA
}
