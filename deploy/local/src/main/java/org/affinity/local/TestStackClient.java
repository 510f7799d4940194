package org.affinity.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a test JVM holds of the {@link TestStack} of its build; starts the stack when it is the first to ask.
 *
 * <p>Of this module's libraries it uses none but Jackson and jose4j, so that any module's tests can load it.
 */
public final class TestStackClient {

    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration REQUEST_PATIENCE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(100);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;

    private TestStackClient(JsonNode document) {
        this.document = document;
    }

    /** A database made for one test module. */
    public record Database(String jdbcUrl, String user, String password) {
        @Override
        public String toString() {
            return "Database[" + jdbcUrl + "]";
        }
    }

    /**
     * Joins the running stack of this working copy, or starts it.
     *
     * @param root the root of the working copy; the stack's state is below {@code target/test-stack} in it
     * @param localStack the build directory of the local stack, {@code deploy/local/target}, which holds
     *     {@code classes} and {@code lib}
     */
    public static TestStackClient obtain(Path root, Path localStack) {
        Path directory = root.toAbsolutePath().normalize().resolve("target/test-stack");
        try {
            Files.createDirectories(directory);
            try (FileChannel channel = FileChannel.open(
                            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("no lock");
                }
                ProcessHandle build = build();
                Optional<TestStackClient> running = running(directory);
                if (running.isPresent() && running.get().isJoinedBy(build)) {
                    return running.get();
                }
                return launch(directory, localStack.toAbsolutePath(), build);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the test stack did not start, see " + directory.resolve("stack.log"), e);
        }
    }

    /** The Maven process above this JVM, or this JVM itself when an IDE runs the test. */
    static ProcessHandle build() {
        ProcessHandle self = ProcessHandle.current();
        Optional<ProcessHandle> ancestor = self.parent();
        while (ancestor.isPresent()) {
            String commandLine = Processes.commandLine(ancestor.get());
            if (commandLine.contains("classworlds.launcher.Launcher") || commandLine.contains("org.apache.maven.")) {
                return ancestor.get();
            }
            ancestor = ancestor.get().parent();
        }
        return self;
    }

    private static Optional<TestStackClient> running(Path directory) throws IOException {
        Path state = directory.resolve("stack.json");
        if (!Files.exists(state)) {
            return Optional.empty();
        }
        TestStackClient client = new TestStackClient(JSON.readTree(Files.readString(state)));
        boolean alive = ProcessHandle.of(client.pid())
                .filter(handle -> Processes.commandLine(handle).contains(TestStack.class.getName()))
                .isPresent();
        return alive ? Optional.of(client) : Optional.empty();
    }

    /** A stack that is just about to end refuses, and another one takes its place. */
    private boolean isJoinedBy(ProcessHandle build) {
        try {
            post("/builds?pid=" + build.pid());
            return true;
        } catch (IllegalStateException ending) {
            return false;
        }
    }

    private static TestStackClient launch(Path directory, Path localStack, ProcessHandle build) throws IOException {
        Files.deleteIfExists(directory.resolve("stack.json"));
        ProcessBuilder builder = new ProcessBuilder(
                Processes.java(),
                "-Xmx384m",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                localStack.resolve("classes") + ":" + localStack.resolve("lib") + "/*",
                TestStack.class.getName(),
                "--directory",
                directory.toString(),
                "--build-pid",
                Long.toString(build.pid()));
        Process process = Processes.startDetached(builder, directory.resolve("stack.log"));
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            Optional<TestStackClient> client = running(directory);
            if (client.isPresent()) {
                return client.get();
            }
            pause();
        }
        process.destroy();
        throw new IOException("no test stack after " + START_PATIENCE.toSeconds() + " s");
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public long pid() {
        return document.get("pid").longValue();
    }

    public String kafkaBootstrapServers() {
        return text("kafka", "bootstrapServers");
    }

    public String issuerUrl() {
        return text("issuer", "url");
    }

    /** Signs tokens that the services under test accept. */
    public TokenSigner tokenSigner() {
        return TokenSigner.read(Path.of(text("issuer", "privateKeyFile")), issuerUrl());
    }

    /** Makes a fresh database with a role of the same name; whatever it held before is gone. */
    public Database createDatabase(String name) {
        JsonNode made = post("/databases?name=" + name);
        return new Database(
                made.get("jdbcUrl").textValue(),
                made.get("user").textValue(),
                made.get("password").textValue());
    }

    /** Makes all declared topics, each name after the prefix; returns their names. */
    public List<String> createTopics(String prefix) {
        return post("/topics?prefix=" + prefix)
                .get("topics")
                .valueStream()
                .map(JsonNode::textValue)
                .toList();
    }

    private JsonNode post(String pathAndQuery) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(text("control", "url") + pathAndQuery))
                .timeout(REQUEST_PATIENCE)
                .header("Authorization", "Bearer " + text("control", "token"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("the test stack answered " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException("the test stack does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String text(String part, String name) {
        return document.get(part).get(name).textValue();
    }
}
