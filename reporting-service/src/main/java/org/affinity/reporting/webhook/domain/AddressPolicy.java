package org.affinity.reporting.webhook.domain;

import java.net.InetAddress;

/** Decides which addresses this service may be made to connect to. */
@FunctionalInterface
public interface AddressPolicy {

    /** Whether a connection to that address is allowed. */
    boolean allows(InetAddress address);
}
