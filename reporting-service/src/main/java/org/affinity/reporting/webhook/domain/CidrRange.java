package org.affinity.reporting.webhook.domain;

import java.net.InetAddress;
import java.util.Objects;

/** A block of addresses in CIDR notation; IPv4 and IPv6 blocks never contain each other's addresses. */
final class CidrRange {

    private final byte[] network;
    private final int prefix;

    private CidrRange(byte[] network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    static CidrRange of(String notation) {
        int slash = notation.indexOf('/');
        byte[] network = InetAddress.ofLiteral(notation.substring(0, slash)).getAddress();
        return new CidrRange(network, Objects.checkIndex(Integer.parseInt(notation.substring(slash + 1)), 129));
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit += 8) {
            int mask = 0xff & (0xff << Math.max(0, 8 - (prefix - bit)));
            if (((address[bit / 8] ^ network[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
