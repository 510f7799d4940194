package org.affinity.profile.willingness.domain;

/** What a creator did at an event. */
public enum AppearanceRole {
    ORGANISER,
    HOST,
    SPEAKER,
    PERFORMER,
    GUEST,
    ATTENDEE
}
