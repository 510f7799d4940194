package org.affinity.reporting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.eclipse.microprofile.config.ConfigProvider;

/** A partner's receiver: an HTTPS server that answers as a test says and remembers what came. */
public final class Receiver {

    private static final Map<String, Receiver> BY_PATH = new ConcurrentHashMap<>();
    private static HttpsServer server;

    private final String path = "/" + UUID.randomUUID();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final String host;

    private Receiver(String host) {
        this.host = host;
    }

    /** What came. */
    public record Request(Map<String, String> headers, String body, Instant at) {}

    private record Answer(int status, Map<String, String> headers, String body, Duration delay) {}

    /** A receiver of its own path that answers 204 unless told otherwise. */
    public static Receiver at(String host) {
        start();
        var receiver = new Receiver(host);
        BY_PATH.put(receiver.path, receiver);
        return receiver;
    }

    /** Adds an answer; the last one stays. */
    public synchronized Receiver answers(int status, Map<String, String> headers, String body) {
        answers.add(new Answer(status, headers, body, Duration.ZERO));
        return this;
    }

    /** Answers only after a while. */
    public synchronized Receiver hangs(Duration delay) {
        answers.add(new Answer(204, Map.of(), "", delay));
        return this;
    }

    public String url() {
        return "https://" + host + ":" + server.getAddress().getPort() + path;
    }

    public List<Request> requests() {
        return requests;
    }

    private synchronized Answer next() {
        if (answers.isEmpty()) {
            return new Answer(204, Map.of(), "", Duration.ZERO);
        }
        return answers.size() > 1 ? answers.poll() : answers.peek();
    }

    private static synchronized void start() {
        if (server != null) {
            return;
        }
        var config = ConfigProvider.getConfig();
        try {
            int port = config.getValue("test.receiver.port", Integer.class);
            server = HttpsServer.create(new InetSocketAddress(TestNetwork.RECEIVER, port), 0);
            server.setHttpsConfigurator(
                    new HttpsConfigurator(tls(Path.of(config.getValue("test.receiver.store", String.class)))));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", Receiver::handle);
            server.start();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext tls(Path store) throws IOException, GeneralSecurityException {
        char[] password = ReceiverResource.PASSWORD.toCharArray();
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(store)) {
            keys.load(stream, password);
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var receiver = BY_PATH.get(exchange.getRequestURI().getPath());
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            receiver.requests.add(new Request(headers, body, Instant.now()));
            Answer answer = receiver.next();
            pause(answer.delay());
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** What a slow receiver does: nothing else is waited for. */
    private static void pause(Duration delay) {
        try {
            TimeUnit.MILLISECONDS.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
