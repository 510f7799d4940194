package org.affinity.kit.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Mends what the generator says of schemas: a reply always has all its properties, since null is written like any other
 * value, but those that came later than replies which were saved (see {@link #SINCE}), whereas what is sent keeps what
 * Bean Validation requires; an object that may be null may be null; and a pattern is that of a whole text.
 */
final class OpenApiSchemas {

    /** Extension of a property: from this day on every reply that is saved has it. */
    private static final String SINCE = "x-since";

    /** The pattern of a text that must not be blank, which is meant to be looked for. */
    private static final String NOT_BLANK = "\\S";

    private static final String COMPONENTS = "#/components/schemas/";

    private final OpenAPI document;

    private OpenApiSchemas(OpenAPI document) {
        this.document = document;
    }

    static void complete(OpenAPI document) {
        OpenApiSchemas schemas = new OpenApiSchemas(document);
        List<Operation> operations = document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .toList();
        operations.stream()
                .map(Operation::getParameters)
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .forEach(OpenApiSchemas::exemplifyAsList);
        schemas.all(operations).forEach(OpenApiSchemas::anchor);
        Set<Schema> sent = schemas.reachable(operations.stream()
                .filter(operation -> operation.getRequestBody() != null)
                .map(operation -> operation.getRequestBody().getContent()));
        Set<Schema> answered = schemas.reachable(replies(operations, true));
        // A problem leaves out what it does not tell, also where it is part of another reply.
        Set<Schema> problems = schemas.reachable(replies(operations, false));
        sent.forEach(OpenApiSchemas::allowNull);
        answered.forEach(OpenApiSchemas::allowNull);
        answered.removeAll(sent);
        answered.removeAll(problems);
        answered.stream().filter(schema -> schema.getProperties() != null).forEach(OpenApiSchemas::require);
    }

    /** Bean Validation holds a whole text to a pattern, JSON Schema looks for it anywhere. */
    private static void anchor(Schema schema) {
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.equals(NOT_BLANK) && !pattern.startsWith("^")) {
            schema.setPattern(pattern.contains("|") ? "^(" + pattern + ")$" : "^" + pattern + "$");
        }
    }

    private Set<Schema> all(List<Operation> operations) {
        Set<Schema> found = reachable(replies(operations, true));
        operations.stream()
                .map(Operation::getParameters)
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .forEach(parameter -> collect(parameter.getSchema(), found));
        document.getComponents().getSchemas().values().forEach(schema -> collect(schema, found));
        return found;
    }

    private static void require(Schema schema) {
        List<String> required = new ArrayList<>();
        schema.getProperties().forEach((name, property) -> {
            Map<String, Object> extensions = property.getExtensions();
            if (extensions != null && extensions.containsKey(SINCE)) {
                property.setDescription(Objects.requireNonNull(property.getDescription(), name)
                        + " Replies that were saved before " + extensions.get(SINCE) + " may lack it.");
            } else {
                required.add(name);
            }
        });
        schema.setRequired(required);
    }

    /** The example of a parameter that may be repeated is one of its values; the document wants a list of them. */
    private static void exemplifyAsList(Parameter parameter) {
        boolean isList = parameter.getSchema() != null
                && parameter.getSchema().getType() != null
                && parameter.getSchema().getType().contains(Schema.SchemaType.ARRAY);
        if (isList && parameter.getExample() != null && !(parameter.getExample() instanceof Collection)) {
            parameter.setExample(List.of(parameter.getExample()));
        }
    }

    private static Stream<Content> replies(List<Operation> operations, boolean success) {
        return operations.stream()
                .flatMap(operation -> operation.getResponses().getAPIResponses().entrySet().stream())
                .filter(response -> response.getKey().startsWith("2") == success)
                .map(response -> response.getValue().getContent());
    }

    /** The generator writes {@code type: object} beside {@code anyOf} with null, which together allow no null. */
    private static void allowNull(Schema schema) {
        boolean nullable = schema.getAnyOf() != null
                && schema.getAnyOf().stream()
                        .anyMatch(part -> List.of(Schema.SchemaType.NULL).equals(part.getType()));
        if (nullable && schema.getType() != null && !schema.getType().contains(Schema.SchemaType.NULL)) {
            schema.setType(null);
        }
    }

    private Set<Schema> reachable(Stream<Content> contents) {
        Set<Schema> found = Collections.newSetFromMap(new IdentityHashMap<>());
        contents.filter(Objects::nonNull)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .forEach(type -> collect(type.getSchema(), found));
        return found;
    }

    private void collect(Schema schema, Set<Schema> found) {
        if (schema == null || !found.add(schema)) {
            return;
        }
        if (schema.getRef() != null && schema.getRef().startsWith(COMPONENTS)) {
            collect(document.getComponents().getSchemas().get(schema.getRef().substring(COMPONENTS.length())), found);
        }
        collect(schema.getItems(), found);
        collect(schema.getAdditionalPropertiesSchema(), found);
        Stream.of(
                        schema.getAnyOf(),
                        schema.getOneOf(),
                        schema.getAllOf(),
                        schema.getProperties() == null
                                ? null
                                : schema.getProperties().values())
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .forEach(part -> collect(part, found));
    }
}
