package org.affinity.kubernetes;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The objects of one rendered overlay. */
record Manifests(List<ObjectNode> objects) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static Manifests parse(String stream) {
        try (MappingIterator<ObjectNode> documents =
                YAML.readerFor(ObjectNode.class).readValues(stream)) {
            return new Manifests(documents.readAll());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy that can be changed without the original noticing. */
    Manifests copy() {
        return new Manifests(
                new ArrayList<>(objects.stream().map(ObjectNode::deepCopy).toList()));
    }

    Stream<ObjectNode> ofKind(String kind) {
        return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
    }

    Stream<Workload> workloads() {
        return ofKind("Deployment").map(Workload::new);
    }

    /** The object of this kind and name; the name may lack the hash that kustomize appends. */
    ObjectNode the(String kind, String name) {
        return ofKind(kind)
                .filter(object -> nameOf(object).equals(name) || nameOf(object).startsWith(name + "-"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + kind + " " + name));
    }

    static String nameOf(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Map<String, String> labels(JsonNode node) {
        return YAML.convertValue(node.isObject() ? node : YAML.createObjectNode(), new TypeReference<>() {});
    }

    /** Whether a plain label selector picks something that carries these labels. */
    static boolean selects(JsonNode selector, Map<String, String> labels) {
        return labels.entrySet().containsAll(labels(selector).entrySet());
    }
}
