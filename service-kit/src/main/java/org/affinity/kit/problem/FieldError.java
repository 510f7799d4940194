package org.affinity.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One broken rule of a request.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, or null when the error is not in the body
 * @param parameter name of the query parameter, path segment or header, or null when the error is in the body
 * @param rule stable name of the rule, in camel case
 * @param detail what is wrong and how to mend it
 */
@Schema(description = "One broken rule: where it is, which rule, and how to mend it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(
        @Schema(description = "JSON pointer into the body.", examples = "/name")
        String pointer,

        @Schema(description = "Query parameter, path segment or header.", examples = "limit")
        String parameter,

        @Schema(description = "Stable name of the rule.", examples = "notBlank")
        String rule,

        @Schema(description = "What is wrong and how to mend it.", examples = "must not be blank")
        String detail) {

    /** An error at a place in the body. */
    public static FieldError at(String pointer, String rule, String detail) {
        return new FieldError(pointer, null, rule, detail);
    }

    /** An error in a query parameter, path segment or header. */
    public static FieldError ofParameter(String parameter, String rule, String detail) {
        return new FieldError(null, parameter, rule, detail);
    }
}
