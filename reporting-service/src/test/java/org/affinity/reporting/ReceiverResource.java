package org.affinity.reporting;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Prepares what webhooks are sent to in tests: a certificate for the test's host names, made anew by keytool, a free
 * port, and waits that tests can sit out. The receiver itself is {@link Receiver}.
 */
public class ReceiverResource implements QuarkusTestResourceLifecycleManager {

    static final String PASSWORD = "receiver";

    @Override
    public Map<String, String> start() {
        try {
            Path folder =
                    Files.createTempDirectory(Path.of("target"), "receiver").toAbsolutePath();
            Path store = folder.resolve("receiver.p12");
            Path certificate = folder.resolve("receiver.pem");
            String names =
                    String.join(",", List.of("dns:receiver.test", "dns:rebind.test", "dns:hang.test", "dns:slow.test"));
            keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=receiver", "-ext", "san=" + names, store);
            keytool("-exportcert", "-rfc", "-file", certificate.toString(), store);
            int port = freePort();
            return Map.of(
                    "test.receiver.port",
                    Integer.toString(port),
                    "test.receiver.store",
                    store.toString(),
                    "reporting.webhooks.other-ports",
                    Integer.toString(port),
                    "reporting.webhooks.trusted-certificates",
                    certificate.toString(),
                    "reporting.webhooks.retry-schedule",
                    "PT0.3S,PT0.6S",
                    "reporting.webhooks.timeout",
                    "PT1.5S",
                    "reporting.webhooks.lease-margin",
                    "PT1S",
                    "reporting.webhooks.in-flight-per-endpoint",
                    "2");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // the receiver is a daemon of the test's JVM
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(TestNetwork.RECEIVER))) {
            return socket.getLocalPort();
        }
    }

    private static void keytool(Object... arguments) throws IOException {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        for (int i = 0; i < arguments.length - 1; i++) {
            command.add(arguments[i].toString());
        }
        command.addAll(List.of("-alias", "receiver", "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore"));
        command.add(arguments[arguments.length - 1].toString());
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
