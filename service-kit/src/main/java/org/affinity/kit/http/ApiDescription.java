package org.affinity.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** The service's own OpenAPI document, as the build wrote it: what the running service lets callers ask. */
@Singleton
class ApiDescription {

    private static final String DOCUMENT = "META-INF/quarkus-generated-openapi-doc.JSON";

    private final List<PathItem> paths = new ArrayList<>();

    ApiDescription(ObjectMapper json) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream document = loader.getResourceAsStream(DOCUMENT)) {
            if (document == null) {
                throw new IllegalStateException(DOCUMENT + " is not on the class path");
            }
            read(json.readTree(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(JsonNode document) {
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            Map<String, Map<String, JsonNode>> operations = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                Map<String, JsonNode> query = new LinkedHashMap<>();
                for (JsonNode parameter : operation.getValue().path("parameters")) {
                    JsonNode resolved = resolve(document, parameter);
                    if (resolved.path("in").asText().equals("query")) {
                        query.put(resolved.path("name").asText(), resolveAll(document, resolved.path("schema")));
                    }
                }
                operations.put(operation.getKey().toUpperCase(java.util.Locale.ROOT), query);
            }
            paths.add(new PathItem(path.getKey(), operations));
        }
        paths.sort(Comparator.comparing(PathItem::template, (a, b) -> b.compareTo(a))
                .reversed());
    }

    /** A schema without references, neither its own nor that of its items. */
    private static JsonNode resolveAll(JsonNode document, JsonNode schema) {
        JsonNode resolved = resolve(document, schema);
        return resolved.has("items") && resolved.isObject()
                ? ((ObjectNode) resolved.deepCopy()).set("items", resolve(document, resolved.path("items")))
                : resolved;
    }

    private static JsonNode resolve(JsonNode document, JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    /** The query parameters of an operation with their schemas, by name; empty when there is no such operation. */
    Optional<Map<String, JsonNode>> queryOf(String method, String path) {
        return find(path).map(item -> item.operations().get(method.equals("HEAD") ? "GET" : method));
    }

    /** The framework's own answer to OPTIONS lists the methods of all paths of a resource. */
    @ServerResponseFilter
    void allow(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals(HttpMethod.OPTIONS) && response.getStatus() == 200) {
            String path = "/" + request.getUriInfo().getPath().replaceFirst("^/", "");
            response.getHeaders().putSingle(HttpHeaders.ALLOW, allowed(path));
        }
    }

    /** The methods that a path knows, as {@code Allow} lists them. */
    String allowed(String path) {
        TreeSet<String> methods =
                new TreeSet<>(find(path).map(item -> item.operations().keySet()).orElseGet(java.util.Set::of));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }

    private Optional<PathItem> find(String path) {
        return paths.stream()
                .filter(item -> item.pattern().matcher(path).matches())
                .findFirst();
    }

    private record PathItem(String template, Pattern pattern, Map<String, Map<String, JsonNode>> operations) {

        PathItem(String template, Map<String, Map<String, JsonNode>> operations) {
            this(template, Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+") + "/?"), operations);
        }
    }
}
