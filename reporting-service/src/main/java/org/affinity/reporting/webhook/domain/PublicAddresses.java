package org.affinity.reporting.webhook.domain;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Allows addresses of the public internet only. The list is written out because the predicates of {@link InetAddress}
 * know less than half of it; its sources are the IANA special-purpose address registries (RFC 6890 and successors).
 */
public final class PublicAddresses implements AddressPolicy {

    private static final List<CidrRange> DENIED = Stream.of(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // carrier-grade NAT
                    "127.0.0.0/8", // loopback
                    "168.63.129.16/32", // a cloud's platform services at a public address
                    "169.254.0.0/16", // link local, cloud metadata
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments
                    "192.0.2.0/24", // documentation
                    "192.31.196.0/24", // AS112
                    "192.52.193.0/24", // multicast tunnelling
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16", // private
                    "192.175.48.0/24", // AS112
                    "198.18.0.0/15", // benchmarking
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4", // reserved, broadcast
                    "::/3", // unspecified, loopback, IPv4-compatible, -mapped, -translated, NAT64, discard
                    "2001::/23", // Teredo, benchmarking, ORCHID and other protocol assignments
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4
                    "2620:4f:8000::/48", // AS112
                    "3ffe::/16", // former 6bone
                    "3fff::/20", // documentation
                    "4000::/2", // not assigned, segment routing
                    "8000::/1") // not assigned, unique local, link local, site local, multicast
            .map(CidrRange::of)
            .toList();

    @Override
    public boolean allows(InetAddress address) {
        byte[] bytes = address.getAddress();
        return DENIED.stream().noneMatch(range -> range.contains(bytes));
    }
}
