package org.affinity.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.affinity.local.TestStackClient;
import org.awaitility.Awaitility;

/**
 * Gives a {@code @QuarkusTest} the build's one PostgreSQL, Kafka broker and token issuer, with a database and topics of
 * the module's own.
 */
public class AffinityTestStack implements QuarkusTestResourceLifecycleManager {

    /** Sets the rate limit of a test that needs a low one; tests are not limited otherwise. */
    public static final String RATE_LIMIT = "affinity-test.rate-limit";

    /** Longest wait where a test names none: machines that build may be slow, and what is well does not wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static TestStackClient stack;
    private static String topicPrefix;

    @Override
    public Map<String, String> start() {
        Awaitility.setDefaultTimeout(PATIENCE);
        Path root = Path.of(System.getProperty("affinity.root", ".."));
        stack = TestStackClient.obtain(root, root.resolve("deploy/local/target"));
        String module = Path.of("").toAbsolutePath().getFileName().toString();
        TestStackClient.Database database = stack.createDatabase(module.replace('-', '_') + "_test");
        topicPrefix = module + "." + ProcessHandle.current().pid() + ".";
        stack.createTopics(topicPrefix);
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        configuration.put("quarkus.datasource.username", database.user());
        configuration.put("quarkus.datasource.password", database.password());
        configuration.put("kafka.bootstrap.servers", stack.kafkaBootstrapServers());
        configuration.put("affinity.kafka.topic-prefix", topicPrefix);
        configuration.put("quarkus.oidc.auth-server-url", stack.issuerUrl());
        configuration.put("affinity.secret-key", Base64.getEncoder().encodeToString(new byte[32]));
        configuration.put("affinity.http.rate-limit", "${" + RATE_LIMIT + ":100000}");
        return configuration;
    }

    @Override
    public void stop() {
        // the stack serves the whole build and ends with it
    }

    static TestStackClient stack() {
        return stack;
    }

    static String topicPrefix() {
        return topicPrefix;
    }
}
