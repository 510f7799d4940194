package org.affinity.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * One broken rule of a request.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, or null when the error is not in the body
 * @param parameter name of the query parameter, path segment or header, or null when the error is in the body
 * @param rule stable name of the rule, in camel case
 * @param detail what is wrong and how to mend it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(String pointer, String parameter, String rule, String detail) {

    /** An error at a place in the body. */
    public static FieldError at(String pointer, String rule, String detail) {
        return new FieldError(pointer, null, rule, detail);
    }

    /** A field that nothing is read into; those that are known are named as they are declared. */
    public static FieldError unknownField(String pointer, UnrecognizedPropertyException unknown) {
        List<Object> known = new ArrayList<>(Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.of()));
        if (unknown.getReferringClass().isRecord()) {
            List<String> declared = Arrays.stream(unknown.getReferringClass().getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
            known.sort(Comparator.comparingInt(declared::indexOf));
        }
        return at(pointer, "unknownField", "is not a field here; known are " + known);
    }

    /** A step of a pointer: a name or an index, with the slash before it. */
    public static String step(Object nameOrIndex) {
        return "/" + nameOrIndex.toString().replace("~", "~0").replace("/", "~1");
    }

    /** An error in a query parameter, path segment or header. */
    public static FieldError ofParameter(String parameter, String rule, String detail) {
        return new FieldError(null, parameter, rule, detail);
    }
}
