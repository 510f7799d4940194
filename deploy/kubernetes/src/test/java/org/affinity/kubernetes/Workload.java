package org.affinity.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Stream;

/** A Deployment, with short ways to what rules look at. */
record Workload(ObjectNode object) {

    String name() {
        return Manifests.nameOf(object);
    }

    JsonNode pod() {
        return object.at("/spec/template/spec");
    }

    Map<String, String> podLabels() {
        return Manifests.labels(object.at("/spec/template/metadata/labels"));
    }

    Stream<JsonNode> containers() {
        return Stream.concat(Manifests.each(pod().path("containers")), Manifests.each(pod().path("initContainers")));
    }

    Stream<JsonNode> ports() {
        return containers().flatMap(container -> Manifests.each(container.path("ports")));
    }

    boolean hasPort(String name) {
        return ports().anyMatch(port -> port.path("name").asText().equals(name));
    }

    boolean isSelectedBy(JsonNode selector) {
        return !selector.isEmpty() && Manifests.selects(selector, podLabels());
    }
}
