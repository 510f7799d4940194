package org.affinity.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/**
 * One fault put into good manifests on purpose.
 *
 * @param rule what must catch it
 * @param kind of the object to change
 * @param name of the object to change
 * @param parent JSON pointer to the node to change
 * @param field name in the parent, or for a list: + to append
 * @param value in YAML, or null to take the field away
 */
record Mutant(String rule, String kind, String name, String parent, String field, String value) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** The manifests with the fault in them. */
    Manifests applyTo(Manifests good) {
        Manifests mutated = good.copy();
        change(mutated);
        return mutated;
    }

    /** Only the object with the fault in it. */
    ObjectNode changed(Manifests good) {
        return change(good.copy());
    }

    private ObjectNode change(Manifests copy) {
        ObjectNode object = copy.the(kind, name);
        JsonNode target = object.at(parent);
        if (target instanceof ArrayNode list) {
            list.add(parse(value));
        } else if (value == null) {
            remove((ObjectNode) target);
        } else {
            ((ObjectNode) target).set(field, parse(value));
        }
        return object;
    }

    private void remove(ObjectNode target) {
        if (target.remove(field) == null) {
            throw new IllegalStateException(this + " changes nothing");
        }
    }

    private static JsonNode parse(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(yaml, e);
        }
    }

    @Override
    public String toString() {
        return rule + " when " + kind + " " + parent + "/" + field + " is " + (value == null ? "gone" : value);
    }
}
