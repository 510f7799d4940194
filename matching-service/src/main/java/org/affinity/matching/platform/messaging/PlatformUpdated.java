package org.affinity.matching.platform.messaging;

/** What this service reads of {@code profile.platform.updated.v1}. */
record PlatformUpdated(String platform, long version, Integer platformCount) {

    static final String TYPE = "profile.platform.updated.v1";
}
