package org.affinity.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client that wants its writes done: each POST carries an Idempotency-Key and is sent again, with the same key, until
 * it is acknowledged.
 */
final class ApiClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String BOUNDARY = "end-to-end-boundary";
    private static final Set<Integer> COME_BACK_LATER = Set.of(429, 502, 503, 504);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final AtomicInteger keys = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger replayed = new AtomicInteger();

    /** Writes that were acknowledged so far. */
    int acknowledged() {
        return acknowledged.get();
    }

    /** Writes that were sent and are not acknowledged yet. */
    int underWay() {
        return underWay.get();
    }

    /** Times a write was sent again because its answer was lost. */
    int repeated() {
        return repeated.get();
    }

    /** Answers that came from an earlier request whose answer had been lost. */
    int replayed() {
        return replayed.get();
    }

    JsonNode post(URI address, String token, JsonNode body) {
        return post(address, token, body, Set.of());
    }

    /** Posts; these statuses mean that an event has yet to arrive there. */
    JsonNode post(URI address, String token, JsonNode body, Set<Integer> notYet) {
        HttpRequest.Builder request = request(address, token).header("Idempotency-Key", key());
        return write(
                body == null
                        ? request.POST(BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body.toString())),
                notYet);
    }

    /** Uploads a file as a form does. */
    JsonNode upload(URI address, String token, String name, String content) {
        String form =
                "--%1$s\r%nContent-Disposition: form-data; name=\"file\"; filename=\"%2$s\"\r%nContent-Type: text/csv\r%n\r%n%3$s\r%n--%1$s--\r%n"
                        .formatted(BOUNDARY, name, content);
        return write(
                request(address, token)
                        .header("Idempotency-Key", key())
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofString(form, StandardCharsets.UTF_8)),
                Set.of());
    }

    JsonNode get(URI address, String token) {
        return find(address, token).orElseThrow(() -> new AssertionError(address + " answered 404"));
    }

    /** What is there, or nothing when the answer is 404. */
    Optional<JsonNode> find(URI address, String token) {
        HttpResponse<String> response = send(request(address, token).GET().build(), Set.of(), false);
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(json(response));
    }

    /** All items of a list, page by page. */
    List<JsonNode> list(URI address, String token) {
        List<JsonNode> items = new ArrayList<>();
        String separator = address.getQuery() == null ? "?" : "&";
        URI page = URI.create(address + separator + "limit=200");
        while (true) {
            JsonNode body = get(page, token);
            body.path("items").forEach(items::add);
            if (!body.hasNonNull("nextCursor")) {
                return items;
            }
            page = URI.create(address + separator + "limit=200&cursor="
                    + body.path("nextCursor").asText());
        }
    }

    private String key() {
        return "end-to-end-" + keys.incrementAndGet();
    }

    private static HttpRequest.Builder request(URI address, String token) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private JsonNode write(HttpRequest.Builder builder, Set<Integer> notYet) {
        underWay.incrementAndGet();
        HttpResponse<String> response = send(builder.build(), notYet, true);
        underWay.decrementAndGet();
        JsonNode body = json(response);
        acknowledged.incrementAndGet();
        if (response.headers().firstValue("Idempotency-Replayed").isPresent()) {
            replayed.incrementAndGet();
        }
        return body;
    }

    private HttpResponse<String> send(HttpRequest request, Set<Integer> notYet, boolean isWrite) {
        return Waiting.answer(request.method() + " " + request.uri(), PATIENCE, () -> {
            try {
                HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
                return isPassing(response, notYet) ? Optional.empty() : Optional.of(response);
            } catch (IOException lost) {
                if (isWrite) {
                    repeated.incrementAndGet();
                }
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }

    private static boolean isPassing(HttpResponse<String> response, Set<Integer> notYet) {
        int status = response.statusCode();
        return COME_BACK_LATER.contains(status)
                || notYet.contains(status)
                || (status == 409 && response.body().contains("request-in-progress"));
    }

    private static JsonNode json(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new AssertionError(response.request().method() + " " + response.uri() + " answered "
                    + response.statusCode() + ": " + response.body());
        }
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + response.body(), e);
        }
    }
}
