package org.affinity.reporting.webhook;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.affinity.reporting.webhook.domain.AddressPolicy;
import org.affinity.reporting.webhook.domain.AddressResolver;
import org.affinity.reporting.webhook.domain.PublicAddresses;
import org.affinity.reporting.webhook.domain.TargetGuard;

/** Puts the guard of outgoing connections together. No setting opens it to private addresses. */
@Singleton
class Network {

    @Produces
    @Singleton
    @DefaultBean
    AddressPolicy policy() {
        return new PublicAddresses();
    }

    @Produces
    @Singleton
    @DefaultBean
    AddressResolver resolver() {
        return Network::resolve;
    }

    @Produces
    @Singleton
    TargetGuard guard(AddressResolver resolver, AddressPolicy policy, WebhookConfiguration configuration) {
        return new TargetGuard(
                new TimedResolver(resolver, configuration.lookUpTimeout()),
                policy,
                configuration.otherPorts().orElse(Set.of()));
    }

    private static List<InetAddress> resolve(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }
}
