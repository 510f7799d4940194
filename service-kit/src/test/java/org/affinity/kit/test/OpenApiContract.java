package org.affinity.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds a service's committed {@code openapi.yaml} to the running service and to the platform's rules; a service
 * extends it with a {@code @QuarkusTest}.
 *
 * <p>When the API changed on purpose, run the test with {@code -Daffinity.openapi.write=true} and commit the file.
 */
public abstract class OpenApiContract {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path COMMITTED = Path.of("openapi.yaml");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private static String served() {
        return RestAssured.given().get("/openapi").asString();
    }

    @Test
    void shouldServeTheCommittedDocument() throws IOException {
        String served = served();
        if (Boolean.getBoolean("affinity.openapi.write")) {
            Files.writeString(COMMITTED, served);
        }
        assertThat(COMMITTED)
                .as("run with -Daffinity.openapi.write=true and commit")
                .exists();
        assertThat(YAML.readTree(served))
                .as("openapi.yaml is behind the code: run with -Daffinity.openapi.write=true and commit")
                .isEqualTo(YAML.readTree(COMMITTED.toFile()));
    }

    @Test
    void shouldKeepTheRulesOfThePlatform() throws IOException {
        assertThat(violations(YAML.readTree(served()))).isEmpty();
    }

    /** What an OpenAPI document lacks of the platform's rules, each with its place. */
    static List<String> violations(JsonNode document) {
        List<String> violations = new ArrayList<>();
        if (!document.path("openapi").asText().startsWith("3.1")) {
            violations.add("the document is not OpenAPI 3.1");
        }
        Set<String> ids = new HashSet<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            if (!path.getKey().matches("/v1(/[a-z][a-z0-9-]*|/\\{[a-z][A-Za-z]*})+")) {
                violations.add(path.getKey() + ": paths are /v1 and kebab-case nouns");
            }
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    String place = operation.getKey() + " " + path.getKey();
                    if (!ids.add(operation.getValue().path("operationId").asText())) {
                        violations.add(place + ": operationId is missing or used twice");
                    }
                    check(place, operation.getKey(), operation.getValue(), document, violations);
                }
            }
        }
        for (Map.Entry<String, JsonNode> schema :
                document.at("/components/schemas").properties()) {
            for (Map.Entry<String, JsonNode> property :
                    schema.getValue().path("properties").properties()) {
                if (!described(property.getValue())) {
                    violations.add("schema " + schema.getKey() + "." + property.getKey() + ": no description");
                }
            }
        }
        for (JsonNode pattern : document.findValues("pattern")) {
            String text = pattern.asText();
            if (!text.equals("\\S") && !(text.startsWith("^") && text.endsWith("$"))) {
                violations.add(
                        "pattern " + text + ": JSON Schema looks for it anywhere; it begins with ^, ends with $");
            }
            if (text.contains("\\p{Cntrl}")) {
                violations.add("pattern " + text + ": only Java knows it, JSON Schema has the patterns of ECMA-262");
            }
        }
        violations.addAll(OpenApiReplies.optionalProperties(document));
        return violations;
    }

    private static boolean described(JsonNode property) {
        return property.has("description")
                || property.has("$ref")
                || property.path("anyOf").has(0);
    }

    private static void check(
            String place, String method, JsonNode operation, JsonNode document, List<String> violations) {
        if (operation.path("summary").asText().isBlank()) {
            violations.add(place + ": no summary");
        }
        if (operation.path("description").asText().length() < 20) {
            violations.add(place + ": no description of at least 20 characters");
        }
        Set<String> names = new HashSet<>();
        for (JsonNode parameter : operation.path("parameters")) {
            names.add(parameter.path("name").asText());
            boolean hasExample = parameter.has("example")
                    || parameter.has("examples")
                    || parameter.path("schema").has("examples")
                    || parameter.path("schema").has("default")
                    || parameter.path("schema").has("enum")
                    || parameter.path("schema").has("$ref")
                    || parameter.path("schema").path("format").asText().equals("uuid");
            if (!parameter.has("description")) {
                violations.add(place + ": parameter " + parameter.path("name").asText() + " has no description");
            }
            if (!hasExample) {
                violations.add(place + ": parameter " + parameter.path("name").asText() + " has no example");
            }
        }
        if (method.equals("post") && !names.contains("Idempotency-Key")) {
            violations.add(place + ": no Idempotency-Key");
        }
        if (Set.of("put", "patch", "delete").contains(method) && !names.contains("If-Match")) {
            violations.add(place + ": no If-Match");
        }
        if (isPage(operation, document) && !names.containsAll(Set.of("limit", "cursor"))) {
            violations.add(place + ": a list without limit and cursor");
        }
        for (String status : List.of("400", "404", "429", "500")) {
            if (!operation.path("responses").path(status).path("content").has("application/problem+json")) {
                violations.add(place + ": " + status + " is not described as a problem");
            }
        }
        for (String status : List.of("200", "201", "202")) {
            JsonNode answer = operation.path("responses").path(status);
            if (!answer.isMissingNode() && answer.path("content").isEmpty()) {
                violations.add(place + ": " + status + " has no schema");
            }
        }
        JsonNode versioned = operation.at("/responses/200/headers/ETag");
        if (method.equals("get") && versioned.isMissingNode() == names.contains("If-None-Match")) {
            violations.add(place + ": If-None-Match without ETag, or ETag without If-None-Match");
        }
        for (String status : List.of("429", "503")) {
            if (!operation.path("responses").path(status).path("headers").has("Retry-After")) {
                violations.add(place + ": " + status + " has no Retry-After");
            }
        }
        if (method.equals("post")) {
            for (Map.Entry<String, JsonNode> reply : operation.path("responses").properties()) {
                boolean saved = reply.getKey().startsWith("2");
                if (saved && !reply.getValue().path("headers").has("Idempotency-Replayed")) {
                    violations.add(place + ": " + reply.getKey() + " has no Idempotency-Replayed");
                }
            }
        }
        boolean answers = operation.path("responses").properties().stream()
                .anyMatch(response -> response.getKey().startsWith("2"));
        if (!answers) {
            violations.add(place + ": no successful answer");
        }
    }

    private static boolean isPage(JsonNode operation, JsonNode document) {
        String reference = operation
                .at("/responses/200/content/application~1json/schema/$ref")
                .asText();
        return !reference.isEmpty()
                && document.at(reference.substring(1) + "/properties").has("nextCursor");
    }
}
