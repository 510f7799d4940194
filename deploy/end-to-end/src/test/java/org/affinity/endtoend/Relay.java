package org.affinity.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import org.affinity.local.parts.Ports;

/** A way from one loopback port to another: while it is closed, whatever is behind it seems to be down. */
final class Relay implements AutoCloseable {

    private final ServerSocket entrance;
    private final int target;

    private Relay(ServerSocket entrance, int target) {
        this.entrance = entrance;
        this.target = target;
    }

    static Relay open(int port, String address) {
        try {
            ServerSocket entrance = new ServerSocket();
            entrance.setReuseAddress(true);
            entrance.bind(Ports.loopback(port));
            Relay relay = new Relay(entrance, Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
            Thread.ofVirtual().start(relay::accept);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (true) {
            try {
                Socket near = entrance.accept();
                Socket far = new Socket();
                far.connect(Ports.loopback(target));
                Thread.ofVirtual().start(() -> copy(near, far));
                Thread.ofVirtual().start(() -> copy(far, near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException hungUp) {
            // either side may leave at any time
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
