package org.affinity.profile.platform;

import org.affinity.profile.creator.domain.Platform;

/**
 * All that other services may know of a platform: the payload of {@value #UPDATED}, whose key is the name.
 *
 * @param platformCount how many there are, so that who listens knows when all were heard of
 */
record PlatformState(Platform platform, long version, String title, int platformCount) {

    /** Type of the event that carries this state. */
    static final String UPDATED = "profile.platform.updated.v1";
}
