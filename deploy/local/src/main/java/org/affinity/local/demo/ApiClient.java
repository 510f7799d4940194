package org.affinity.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/**
 * Calls the public API as any client would: bearer token, an Idempotency-Key on every POST, the same key again when an
 * answer was lost, and patience when the service asks for it.
 */
final class ApiClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration REQUEST = Duration.ofSeconds(30);
    private static final int TRIES = 5;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** A good answer. */
    record Reply(JsonNode body, String entityTag) {}

    Reply get(URI base, String path, String token) throws ApiException {
        return send(request(base, path, token).GET());
    }

    Reply post(URI base, String path, String token, JsonNode body) throws ApiException {
        HttpRequest.Builder request = request(base, path, token).header("Idempotency-Key", idempotencyKey());
        return send(
                body == null
                        ? request.POST(HttpRequest.BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    Reply put(URI base, String path, String token, String entityTag, JsonNode body) throws ApiException {
        return send(request(base, path, token)
                .header("If-Match", entityTag)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** Sends a file, and a mapping when there is one, as a form. */
    Reply upload(URI base, String path, String token, Path file, String mapping) throws ApiException {
        String boundary = "affinity-" + idempotencyKey();
        String name = String.valueOf(file.getFileName()).replaceAll("[\"\\r\\n]", "_");
        StringBuilder before = new StringBuilder();
        if (mapping != null) {
            before.append(partHead(boundary, "name=\"mapping\"", "application/json"))
                    .append(mapping)
                    .append("\r\n");
        }
        before.append(partHead(boundary, "name=\"file\"; filename=\"" + name + "\"", contentType(name)));
        try {
            return send(request(base, path, token)
                    .header("Idempotency-Key", idempotencyKey())
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(HttpRequest.BodyPublishers.concat(
                            HttpRequest.BodyPublishers.ofString(before.toString()),
                            HttpRequest.BodyPublishers.ofFile(file),
                            HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
        } catch (FileNotFoundException e) {
            throw new ApiException(0, "cannot read " + file + ": " + e.getMessage());
        }
    }

    private static String partHead(String boundary, String name, String type) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; " + name + "\r\nContent-Type: " + type
                + "\r\n\r\n";
    }

    private static String contentType(String name) {
        return name.endsWith(".csv") || name.endsWith(".tsv") ? "text/csv" : "application/x-ndjson";
    }

    /** Opens an address as a stranger would; returns the status. */
    int open(URI address) throws ApiException {
        return exchange(HttpRequest.newBuilder(address).timeout(REQUEST).GET().build())
                .statusCode();
    }

    private static String idempotencyKey() {
        return UUID.randomUUID().toString();
    }

    private static HttpRequest.Builder request(URI base, String path, String token) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(REQUEST)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private Reply send(HttpRequest.Builder builder) throws ApiException {
        HttpRequest request = builder.build();
        HttpResponse<String> response = exchange(request);
        for (int attempt = 1; attempt < TRIES && isBusy(response.statusCode()); attempt++) {
            pause(response.headers().firstValueAsLong("Retry-After").orElse(1));
            response = exchange(request);
        }
        if (response.statusCode() >= 300) {
            throw new ApiException(response.statusCode(), problem(request, response));
        }
        return new Reply(
                json(response.body()), response.headers().firstValue("ETag").orElse(null));
    }

    private static boolean isBusy(int status) {
        return status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
    }

    private HttpResponse<String> exchange(HttpRequest request) throws ApiException {
        for (int attempt = 1; ; attempt++) {
            try {
                return http.send(request, HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw new ApiException(0, request.uri() + " does not answer: " + e);
                }
                pause(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ApiException(0, "interrupted");
            }
        }
    }

    private static void pause(long seconds) throws ApiException {
        try {
            Thread.sleep(Duration.ofSeconds(Math.clamp(seconds, 1, 30)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(0, "interrupted");
        }
    }

    private static String problem(HttpRequest request, HttpResponse<String> response) {
        String what = request.method() + " " + request.uri() + " answered " + response.statusCode();
        try {
            JsonNode problem = JSON.readTree(response.body());
            String detail = problem.path("title").asText() + ". "
                    + problem.path("detail").asText();
            JsonNode errors = problem.path("errors");
            return what + ": " + detail + (errors.isEmpty() ? "" : " " + errors);
        } catch (IOException notJson) {
            return what + ": " + response.body();
        }
    }

    private static JsonNode json(String body) throws ApiException {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            throw new ApiException(0, "an answer is not JSON: " + e.getMessage());
        }
    }

    /** A body from maps, lists and plain values. */
    static JsonNode body(Object value) {
        return JSON.valueToTree(value);
    }
}
