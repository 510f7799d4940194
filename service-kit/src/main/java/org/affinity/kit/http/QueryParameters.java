package org.affinity.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.affinity.kit.json.StrictJson;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Holds the query of each request against the OpenAPI document: an unknown, repeated or malformed parameter is refused
 * by its name, where a plain framework would ignore it or answer 404.
 */
@ApplicationScoped
class QueryParameters {

    private final ApiDescription description;

    QueryParameters(ApiDescription description) {
        this.description = description;
    }

    @ServerRequestFilter(priority = jakarta.ws.rs.Priorities.USER)
    void check(ContainerRequestContext request) {
        Map<String, List<String>> given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        Map<String, JsonNode> known = description
                .queryOf(
                        request.getMethod(),
                        "/" + request.getUriInfo().getPath().replaceFirst("^/", ""))
                .orElseGet(Map::of);
        List<FieldError> errors = new ArrayList<>();
        given.forEach((name, values) -> errorIn(name, values, known).ifPresent(errors::add));
        if (!errors.isEmpty()) {
            FieldError first = errors.getFirst();
            throw new DomainException(
                    CommonProblem.INVALID_PARAMETER, first.parameter() + " " + first.detail(), errors);
        }
    }

    private static Optional<FieldError> errorIn(String name, List<String> values, Map<String, JsonNode> known) {
        JsonNode schema = known.get(name);
        if (schema == null) {
            return error(name, "unknown", "is not a parameter of this operation; it knows " + known.keySet());
        }
        boolean list = schema.path("type").asText().equals("array");
        if (values.size() > 1 && !list) {
            return error(name, "single", "must be given once");
        }
        return values.stream()
                .flatMap(value -> errorIn(name, value, list ? schema.path("items") : schema).stream())
                .findFirst();
    }

    private static Optional<FieldError> errorIn(String name, String value, JsonNode schema) {
        if (!StrictJson.isStorable(value) || value.indexOf('\ufffd') >= 0) {
            return error(name, "text", "must be UTF-8 text without NUL");
        }
        return switch (typeOf(schema)) {
            case "integer", "number" -> numberError(name, value, schema);
            case "boolean" ->
                value.equals("true") || value.equals("false")
                        ? Optional.empty()
                        : error(name, "boolean", "must be true or false");
            default -> textError(name, value, schema);
        };
    }

    private static String typeOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    private static Optional<FieldError> numberError(String name, String value, JsonNode schema) {
        boolean whole = typeOf(schema).equals("integer");
        if (value.length() > 18 || !value.matches(whole ? "-?\\d+" : "-?\\d+(\\.\\d+)?")) {
            return error(name, "number", whole ? "must be a whole number" : "must be a decimal number");
        }
        BigDecimal number = new BigDecimal(value);
        if (schema.has("minimum") && number.compareTo(schema.get("minimum").decimalValue()) < 0) {
            return error(
                    name, "minimum", "must be at least " + schema.get("minimum").asText());
        }
        if (schema.has("maximum") && number.compareTo(schema.get("maximum").decimalValue()) > 0) {
            return error(
                    name, "maximum", "must be at most " + schema.get("maximum").asText());
        }
        return Optional.empty();
    }

    private static Optional<FieldError> textError(String name, String value, JsonNode schema) {
        if (schema.has("enum")) {
            List<String> allowed = StreamSupport.stream(schema.get("enum").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            if (!allowed.contains(value)) {
                return error(name, "oneOf", "must be one of " + allowed);
            }
        }
        if (schema.path("format").asText().equals("uuid") && !isUuid(value)) {
            return error(name, "uuid", "must be a UUID");
        }
        if (schema.path("format").asText().equals("date") && !isDate(value)) {
            return error(name, "date", "must be a day of the calendar such as 2026-03-31");
        }
        if (value.length() < schema.path("minLength").asInt(0)) {
            return error(
                    name,
                    "minimumLength",
                    "must have at least " + schema.path("minLength").asInt() + " characters");
        }
        if (value.length() > schema.path("maxLength").asInt(1000)) {
            return error(
                    name,
                    "maximumLength",
                    "must have at most " + schema.path("maxLength").asInt(1000) + " characters");
        }
        if (schema.has("pattern") && !value.matches(schema.get("pattern").asText())) {
            return error(name, "pattern", "must match " + schema.get("pattern").asText());
        }
        return Optional.empty();
    }

    private static boolean isUuid(String value) {
        try {
            return UUID.fromString(value).toString().equalsIgnoreCase(value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isDate(String value) {
        try {
            StrictJson.date(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Optional<FieldError> error(String name, String rule, String detail) {
        return Optional.of(FieldError.ofParameter(name, rule, detail));
    }
}
