package org.affinity.reporting.webhook.domain;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/**
 * The one way from a URL that a stranger gave to an address that is connected to. The name is resolved once, every
 * address must be allowed, and the connection goes to an address that was checked: a second look-up could answer
 * otherwise.
 */
public final class TargetGuard {

    private final AddressResolver resolver;
    private final AddressPolicy policy;
    private final Set<Integer> otherPorts;

    /** A guard that also lets these ports through besides 443. */
    public TargetGuard(AddressResolver resolver, AddressPolicy policy, Set<Integer> otherPorts) {
        this.resolver = resolver;
        this.policy = policy;
        this.otherPorts = Set.copyOf(otherPorts);
    }

    /** The checked target of a URL; throws {@link RefusedTarget} otherwise. */
    public Target check(String text) {
        WebhookUrl url = WebhookUrl.parse(text, otherPorts);
        List<InetAddress> addresses = resolver.resolve(url.host());
        if (addresses.isEmpty()) {
            throw new RefusedTarget("its host has no address");
        }
        if (!addresses.stream().allMatch(policy::allows)) {
            throw new RefusedTarget("its host is not on the public internet");
        }
        return new Target(url, addresses.getFirst());
    }
}
