package org.affinity.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds every answer that any component test gets to the service's OpenAPI document: a success with a status that the
 * document does not tell, a null where it has no null, a missing or an unknown shape of a field fails the test that met
 * it.
 */
public final class RepliesKeepTheContract implements QuarkusTestBeforeEachCallback {

    private static final Filter FILTER = new Held();

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        if (!RestAssured.filters().contains(FILTER)) {
            RestAssured.filters(FILTER);
        }
    }

    private static final class Held implements Filter {

        private static final ObjectMapper JSON = new ObjectMapper();
        private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

        private final Map<Integer, JsonNode> documents = new ConcurrentHashMap<>();
        private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

        @Override
        public Response filter(
                FilterableRequestSpecification request,
                FilterableResponseSpecification expected,
                FilterContext context) {
            Response response = context.next(request, expected);
            String type = response.contentType();
            URI uri = URI.create(request.getURI());
            if (uri.getPath().startsWith("/v1/")) {
                checkStatus(request, uri, response.statusCode());
                if (type.startsWith("application/") && type.contains("json")) {
                    schemaOf(request.getMethod(), uri, response.statusCode(), type)
                            .ifPresent(schema -> check(schema, response.asString(), request));
                }
            }
            return response;
        }

        private void checkStatus(FilterableRequestSpecification request, URI uri, int status) {
            if (status / 100 == 2) {
                operationOf(document(uri), request.getMethod(), uri.getPath())
                        .map(operation -> operation.path("responses"))
                        .filter(JsonNode::isObject)
                        .ifPresent(responses -> assertThat(responses.fieldNames())
                                .toIterable()
                                .as(
                                        "%s %s answered with a status that openapi.yaml does not tell",
                                        request.getMethod(), request.getURI())
                                .contains(Integer.toString(status)));
            }
        }

        private static void check(JsonSchema schema, String body, FilterableRequestSpecification request) {
            if (body.isEmpty()) {
                return;
            }
            try {
                Set<ValidationMessage> broken = schema.validate(JSON.readTree(body));
                assertThat(broken)
                        .as(
                                "%s %s answered what openapi.yaml does not describe: %s",
                                request.getMethod(), request.getURI(), body)
                        .isEmpty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Optional<JsonSchema> schemaOf(String method, URI uri, int status, String type) {
            JsonNode document = document(uri);
            return operationOf(document, method, uri.getPath()).flatMap(operation -> {
                JsonNode schema = operation
                        .path("responses")
                        .path(Integer.toString(status))
                        .path("content")
                        .path(type.split(";", -1)[0])
                        .path("schema");
                return schema.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(
                                schemas.computeIfAbsent(uri.getPort() + " " + schema, key -> schema(document, schema)));
            });
        }

        private static JsonSchema schema(JsonNode document, JsonNode schema) {
            ObjectNode whole = JSON.createObjectNode();
            whole.set("components", document.get("components"));
            whole.putArray("allOf").add(schema);
            return SCHEMAS.getSchema(whole);
        }

        /** The operation of the path with the fewest variables, as the service itself would choose. */
        private static Optional<JsonNode> operationOf(JsonNode document, String method, String path) {
            return document.path("paths").properties().stream()
                    .filter(item -> path.matches(item.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                    .min(Comparator.comparingInt(item -> item.getKey().split("\\{", -1).length))
                    .map(item -> item.getValue().path(method.toLowerCase(java.util.Locale.ROOT)));
        }

        private JsonNode document(URI uri) {
            return documents.computeIfAbsent(uri.getPort(), Held::read);
        }

        private static JsonNode read(int port) {
            String address = "http://localhost:" + port + "/openapi?format=json";
            try (InputStream served = URI.create(address).toURL().openStream()) {
                return JSON.readTree(served);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
