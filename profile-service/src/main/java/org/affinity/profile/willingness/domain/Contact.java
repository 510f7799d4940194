package org.affinity.profile.willingness.domain;

import java.util.List;

/** How and when to reach a creator; says nothing of whether they consent to it. */
public record Contact(List<ContactChannel> channels, QuietHours quietHours) {

    /** Nothing known. */
    public static final Contact NONE = new Contact(List.of(), null);

    public Contact {
        channels = List.copyOf(channels);
    }
}
