package org.affinity.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What an OpenAPI document says of the bodies of successful replies. */
final class OpenApiReplies {

    private static final String COMPONENTS = "#/components/schemas/";
    /** Tells of a property from when on saved replies have it. */
    private static final String SINCE = "x-since";

    private OpenApiReplies() {}

    /** Properties that a generated client would take for optional although every reply has them. */
    static List<String> optionalProperties(JsonNode document) {
        Map<String, JsonNode> sent = new HashMap<>();
        Map<String, JsonNode> answered = new TreeMap<>();
        // A problem leaves out what it does not tell, also where it is part of another reply.
        Map<String, JsonNode> problems = new HashMap<>();
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                String id = operation.path("operationId").asText();
                operation
                        .path("requestBody")
                        .path("content")
                        .forEach(type -> collect(id + " request", type, document, sent));
                for (Map.Entry<String, JsonNode> response :
                        operation.path("responses").properties()) {
                    Map<String, JsonNode> found = response.getKey().startsWith("2") ? answered : problems;
                    response.getValue().path("content").forEach(type -> collect(id + " reply", type, document, found));
                }
            }
        }
        answered.keySet().removeAll(sent.keySet());
        answered.keySet().removeAll(problems.keySet());
        List<String> optional = new ArrayList<>();
        answered.forEach((place, schema) -> {
            Set<String> required = new HashSet<>();
            schema.path("required").forEach(name -> required.add(name.asText()));
            for (Map.Entry<String, JsonNode> property :
                    schema.path("properties").properties()) {
                if (!required.contains(property.getKey())
                        && !property.getValue().has(SINCE)) {
                    optional.add("schema " + place + "." + property.getKey()
                            + ": a reply always has it, yet it is not required");
                }
            }
        });
        return optional;
    }

    /** Every schema with properties below a node, by its name and the path inside it. */
    private static void collect(String place, JsonNode node, JsonNode document, Map<String, JsonNode> found) {
        String reference = node.path("$ref").asText();
        if (reference.startsWith(COMPONENTS)) {
            String name = reference.substring(COMPONENTS.length());
            JsonNode named = document.at(reference.substring(1));
            if (!found.containsKey(name)) {
                found.put(name, named);
                collect(name, named, document, found);
            }
        }
        if (node.has("properties")) {
            found.putIfAbsent(place, node);
            node.get("properties")
                    .properties()
                    .forEach(
                            property -> collect(place + "." + property.getKey(), property.getValue(), document, found));
        }
        for (String part : List.of("schema", "items", "additionalProperties")) {
            if (node.path(part).isObject()) {
                collect(place, node.get(part), document, found);
            }
        }
        for (String part : List.of("anyOf", "oneOf", "allOf")) {
            node.path(part).forEach(member -> collect(place, member, document, found));
        }
    }
}
