package org.affinity.profile.consent.domain;

/** A way to reach a creator. */
public enum Channel {
    EMAIL(true),
    PHONE(true),
    POST(false),
    PLATFORM_MESSAGE(false);

    private final boolean needsConsent;

    Channel(boolean needsConsent) {
        this.needsConsent = needsConsent;
    }

    /** Whether only consent opens it to commercial messages (directive 2002/58, art. 13; France: CPCE L34-5). */
    boolean needsConsent() {
        return needsConsent;
    }
}
