package org.affinity.reporting.webhook.domain;

import java.net.InetAddress;
import java.util.List;

/** Looks host names up. */
@FunctionalInterface
public interface AddressResolver {

    /** Every address of that host, none when it has no address; may throw {@link RefusedTarget}. */
    List<InetAddress> resolve(String host);
}
