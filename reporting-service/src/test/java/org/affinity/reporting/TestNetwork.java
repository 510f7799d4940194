package org.affinity.reporting;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.affinity.reporting.webhook.domain.AddressPolicy;
import org.affinity.reporting.webhook.domain.AddressResolver;
import org.affinity.reporting.webhook.domain.PublicAddresses;

/**
 * The internet as tests see it: names that end in {@code .test} lead to the receiver, whose loopback address passes for
 * a public one. Every other address is judged as in production; in particular 127.0.0.1 stays refused.
 */
@Singleton
public class TestNetwork implements AddressResolver, AddressPolicy {

    static final String RECEIVER = "127.0.0.7";

    private static final Map<String, Deque<String>> ANSWERS = new ConcurrentHashMap<>();

    private final AddressPolicy production = new PublicAddresses();

    /** What a name leads to, look-up by look-up; the last answer stays. */
    public static void answer(String host, String... addresses) {
        ANSWERS.put(host, new ConcurrentLinkedDeque<>(List.of(addresses)));
    }

    @Override
    public List<InetAddress> resolve(String host) {
        if (!host.endsWith(".test")) {
            return host.matches("[0-9.]+|.*:.*") ? List.of(InetAddress.ofLiteral(host)) : List.of();
        }
        Deque<String> answers = ANSWERS.getOrDefault(host, new ConcurrentLinkedDeque<>(List.of(RECEIVER)));
        return List.of(InetAddress.ofLiteral(answers.size() > 1 ? answers.poll() : answers.peek()));
    }

    @Override
    public boolean allows(InetAddress address) {
        return address.equals(InetAddress.ofLiteral(RECEIVER)) || production.allows(address);
    }
}
