package org.affinity.kit.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Completes each service's OpenAPI document with what the kit does for every operation: the error answers, the bearer
 * token, {@code Idempotency-Key}, {@code If-Match}, {@code If-None-Match} where there is an {@code ETag}, the headers
 * of answers and the properties that answers always have.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OpenApiDefaults implements OASFilter {

    private static final String SCHEME = "bearer";
    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
    private static final DotName REPLY = DotName.createSimple(RestResponse.class);
    private static final DotName VERSIONED = DotName.createSimple(Precondition.Versioned.class);
    private static final Map<Integer, String> ERRORS = new TreeMap<>(Map.ofEntries(
            Map.entry(400, "The request cannot be read, or a parameter is not valid."),
            Map.entry(401, "No valid bearer token was sent."),
            Map.entry(403, "The roles in the token do not allow this."),
            Map.entry(404, "Nothing is here, or nothing that this caller may see."),
            Map.entry(406, "No representation has an accepted media type."),
            Map.entry(429, "Too many requests; wait as Retry-After says."),
            Map.entry(500, "The service failed; report the request id."),
            Map.entry(503, "The service cannot answer right now; try again later.")));
    private static final Set<String> UNCOUNTED = Set.of("401", "403", "413", "415");
    private static final Map<Integer, String> BODY_ERRORS = new TreeMap<>(Map.of(
            413, "The body is too large.",
            415, "The body's media type is not supported.",
            422, "The body breaks a rule; errors says where."));

    /** Operations that answer a {@link Precondition.Versioned} representation. */
    private final Set<String> versioned;

    public OpenApiDefaults(IndexView index) {
        this.versioned = index.getAnnotations(OPERATION).stream()
                .filter(operation -> operation.target().kind() == AnnotationTarget.Kind.METHOD)
                .filter(operation -> isVersioned(operation.target().asMethod().returnType(), index))
                .map(operation -> operation.value("operationId"))
                .filter(Objects::nonNull)
                .map(AnnotationValue::asString)
                .collect(Collectors.toSet());
    }

    private static boolean isVersioned(Type answer, IndexView index) {
        Type representation = answer.name().equals(REPLY)
                ? answer.asParameterizedType().arguments().getFirst()
                : answer;
        ClassInfo type = index.getClassByName(representation.name());
        return type != null && type.interfaceNames().contains(VERSIONED);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addSchema("Problem", problem());
        // The generator finds it where a reply has a problem in it; the schema above describes it in place.
        document.getComponents().removeSchema("FieldError");
        document.getComponents()
                .addSecurityScheme(
                        SCHEME,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("Token of the platform's OIDC issuer for the audience affinity."));
        document.getPaths().getPathItems().values().forEach(this::complete);
        OpenApiSchemas.complete(document);
    }

    private static Schema problem() {
        Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("An error, as RFC 9457 describes it.")
                .required(List.of("type", "title", "status"))
                .addProperty("type", described(text, "Identifies the kind of problem."))
                .addProperty("title", described(text, "Short summary of the kind."))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .description("HTTP status code."))
                .addProperty("detail", described(text, "What went wrong this time and how to mend it."))
                .addProperty("instance", described(text, "Path of the request."))
                .addProperty("requestId", described(text, "Id of the request, as in X-Request-Id."))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("Every broken rule.")
                                .items(OASFactory.createSchema()
                                        .addType(Schema.SchemaType.OBJECT)
                                        .addProperty("pointer", described(text, "JSON pointer into the body."))
                                        .addProperty("parameter", described(text, "Parameter or header."))
                                        .addProperty("rule", described(text, "Stable name of the rule."))
                                        .addProperty("detail", described(text, "How to mend it."))));
    }

    private static Schema described(Schema type, String description) {
        return OASFactory.createSchema().type(type.getType()).description(description);
    }

    private void complete(PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            boolean open =
                    operation.getSecurity() != null && operation.getSecurity().isEmpty();
            if (!open) {
                operation.setSecurity(
                        List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME)));
            }
            ERRORS.forEach((status, description) -> {
                if (!open || (status != 401 && status != 403)) {
                    add(operation, status, description);
                }
            });
            if (operation.getRequestBody() != null) {
                BODY_ERRORS.forEach((status, description) -> add(operation, status, description));
                operation.getRequestBody().setRequired(true);
            }
            switch (method) {
                case POST -> idempotent(operation);
                case PUT, PATCH, DELETE -> conditional(operation);
                case GET -> {
                    if (versioned.contains(operation.getOperationId())) {
                        cacheable(operation);
                    }
                }
                default -> {
                    // nothing of its own
                }
            }
            boolean hasTag = versioned.contains(operation.getOperationId());
            operation.getResponses().getAPIResponses().forEach((status, response) -> {
                addHeaders(status, response);
                if (method == PathItem.HttpMethod.POST && status.startsWith("2")) {
                    response.addHeader(
                            "Idempotency-Replayed",
                            header("true where this is the saved reply to an earlier request with the key.", "true"));
                }
                if (status.equals("201") || status.equals("202")) {
                    response.addHeader(
                            "Location",
                            header("Address of what is new, where it has one.", "/v1/things/01977b7e-3c52-7bd1"));
                }
                if (hasTag && (status.startsWith("2") || status.equals("304"))) {
                    response.addHeader("ETag", header("Version of the representation.", "\"3\""));
                }
                if (status.equals("429") || status.equals("503")) {
                    response.addHeader("Retry-After", header("Seconds to wait.", "2"));
                }
            });
        });
    }

    private static void cacheable(Operation operation) {
        operation.addParameter(header(
                "If-None-Match", "ETag that the caller has; 304 when it is still the current one.", "\"3\"", false));
        operation
                .getResponses()
                .addAPIResponse(
                        "304",
                        OASFactory.createAPIResponse().description("The caller has the current representation."));
    }

    private static void idempotent(Operation operation) {
        operation.addParameter(header(
                "Idempotency-Key",
                "A key of the caller's choice, such as a UUID: the request takes effect once however often it is sent."
                        + " Kept 24 hours.",
                "5f1f3b0e-6a0e-4a2e-9d2e-1f3c5a7b9d11",
                false));
        add(
                operation,
                409,
                "The state of the resource does not allow this, the same request is still running, or its saved reply"
                        + " named a person whose data was erased since.");
        add(operation, 422, "The body breaks a rule, or the Idempotency-Key was used for another request.");
    }

    private static void conditional(Operation operation) {
        operation.addParameter(header("If-Match", "ETag of the representation that was changed.", "\"3\"", true));
        add(operation, 409, "The state of the resource does not allow this.");
        add(operation, 412, "The resource has changed since it was read.");
        add(operation, 428, "If-Match is missing.");
    }

    private static Parameter header(String name, String description, String example, boolean required) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .required(required)
                .example(example)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    private static void add(Operation operation, int status, String description) {
        String code = Integer.toString(status);
        APIResponse described = operation.getResponses().getAPIResponse(code);
        // What the framework adds of itself has no content.
        if (described != null && described.getContent() != null) {
            return;
        }
        MediaType body = OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("Problem"))
                .example(new TreeMap<>(Map.of(
                        "type", "urn:affinity:problem:example",
                        "title", description,
                        "status", status)));
        operation
                .getResponses()
                .addAPIResponse(
                        code,
                        OASFactory.createAPIResponse()
                                .description(description)
                                .content(OASFactory.createContent().addMediaType("application/problem+json", body)));
    }

    private static void addHeaders(String status, APIResponse response) {
        response.addHeader("X-Request-Id", header("Id of the request.", "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11"));
        // Who is not let in, or sends too much, is refused before requests are counted.
        if (!UNCOUNTED.contains(status)) {
            response.addHeader(
                    "RateLimit",
                    header("Requests left in the window, which RateLimit-Policy tells.", "\"default\";r=1999;t=10"));
        }
    }

    private static Header header(String description, String example) {
        return OASFactory.createHeader()
                .description(description)
                .example(example)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }
}
