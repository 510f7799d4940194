package org.affinity.reporting.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.affinity.reporting.Receiver;
import org.affinity.reporting.ReportingTest;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Has a delivery verified by the reference library of the specification, as a partner would. */
@ReportingTest
class StandardWebhooksComponentTest {

    private static final Logger LOG = Logger.getLogger(StandardWebhooksComponentTest.class);
    private static final Path FOLDER = Path.of("target", "standardwebhooks");
    private static final String PACKAGE = "standardwebhooks@1.0.0";
    private static final String SCRIPT = """
            const { Webhook } = require('standardwebhooks');
            const { secret, headers, body } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
            console.log(new Webhook(secret).verify(body, headers).type);
            try {
              new Webhook(secret).verify(body + ' ', headers);
              process.exit(3);
            } catch (refused) {
              console.log('altered body refused');
            }
            """;

    @Test
    void shouldBeVerifiedByTheReferenceLibrary() throws Exception {
        // Given
        Assumptions.assumeTrue(installed(), "node and npm with " + PACKAGE);
        var receiver = Receiver.at("receiver.test");
        var hooks = Hooks.to(receiver);
        hooks.awaitState(hooks.fire(), "SUCCEEDED");
        var request = receiver.requests().getFirst();

        // When
        var verified = run(
                new ObjectMapper()
                        .writeValueAsString(Map.of(
                                "secret",
                                hooks.secret,
                                "headers",
                                lowerCase(request.headers()),
                                "body",
                                request.body())),
                "node",
                "verify.cjs");

        // Then
        assertThat(verified).isEqualTo("reporting.webhook.tested.v1\naltered body refused\n");
    }

    private static Map<String, String> lowerCase(Map<String, String> headers) {
        return Map.of(
                "webhook-id", headers.get("webhook-id"),
                "webhook-timestamp", headers.get("webhook-timestamp"),
                "webhook-signature", headers.get("webhook-signature"));
    }

    private static boolean installed() {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve("verify.cjs"), SCRIPT);
            Files.writeString(FOLDER.resolve("package.json"), "{\"private\":true}");
            run("", "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", PACKAGE);
            return true;
        } catch (IOException | InterruptedException | IllegalStateException e) {
            LOG.warnf(
                    "SKIPPED: webhooks are not verified by %s, which needs node and npm: %s", PACKAGE, e.getMessage());
            return false;
        }
    }

    private static String run(String input, String... command) throws IOException, InterruptedException {
        Path errors = FOLDER.resolve("errors.log");
        Process process = new ProcessBuilder(List.of(command))
                .directory(FOLDER.toFile())
                .redirectError(errors.toFile())
                .start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + Files.readString(errors));
        }
        return output;
    }
}
