package org.affinity.reporting.webhook.domain;

import java.net.InetAddress;
import java.util.List;

/** Looks host names up. */
@FunctionalInterface
public interface AddressResolver {

    /** Every address of that host, none when it has no address. */
    List<InetAddress> resolve(String host);
}
