package org.affinity.profile.imports.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affinity.kit.problem.DomainException;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.imports.MappingRequest;

/** A mapping as sent: a column's name, or a list of names, for each field. */
record MappingForm(Platform platform, MetricSource source, Map<String, JsonNode> columns) {

    MappingRequest request() {
        if (columns == null) {
            return new MappingRequest(platform, source, null);
        }
        var names = new LinkedHashMap<String, List<String>>();
        columns.forEach((field, value) -> names.put(field, names(field, value)));
        return new MappingRequest(platform, source, names);
    }

    private static List<String> names(String field, JsonNode value) {
        var names = new ArrayList<String>();
        (value.isArray() ? value : List.of(value)).forEach(name -> {
            if (!name.isTextual()) {
                throw DomainException.invalid(
                        "/mapping/columns/" + field, "string", "must be the name of a column or a list of names");
            }
            names.add(name.textValue());
        });
        return names;
    }
}
