package org.affinity.local.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Finds free ports of the loopback address, and tells taken ones. */
public final class Ports {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int CONNECT_MILLIS = 500;
    private static final int LOWEST_FREE = 12_000;
    private static final int FIRST_OF_CONNECTIONS = 32_768;
    private static final int MOST_TRIES = 10_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /**
     * A port that is free now and, as a rule, still is when a server takes it: below the range from which systems give
     * outgoing connections their ports (Linux: from 32,768, {@code ip_local_port_range}; IANA, RFC 6335: from 49,152),
     * and given out once per process.
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(MOST_TRIES, LOWEST_FREE, FIRST_OF_CONNECTIONS)
                .filter(port -> GIVEN.add(port) && isFree(port))
                .findFirst()
                .orElseThrow();
    }

    /** Says whether a server could listen on this port of all addresses now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            return false;
        }
        return !answers(port);
    }

    /** An address that only this machine reaches. */
    public static InetSocketAddress loopback(int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says whether something accepts connections on this port. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(loopback(port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Fails when the port is taken. */
    static void requireFree(int port, String what) throws IOException {
        if (!isFree(port)) {
            throw new IOException("port " + port + ", wanted by " + what + ", is taken");
        }
    }
}
