package org.affinity.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of every error answer (RFC 9457, {@code application/problem+json}). */
@Schema(description = "An error, as RFC 9457 describes it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @Schema(description = "Identifies the kind of problem.", examples = "urn:affinity:problem:validation-failed")
        String type,

        @Schema(description = "Short summary of the kind.", examples = "The body breaks a rule")
        String title,

        @Schema(description = "HTTP status code.", examples = "422")
        int status,

        @Schema(description = "What went wrong this time.", examples = "name: must not be blank")
        String detail,

        @Schema(description = "Path of the request.", examples = "/v1/things")
        String instance,

        @Schema(
                description = "Id of the request, as in X-Request-Id.",
                examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11")
        String requestId,

        @Schema(description = "Every broken rule, when the request breaks rules.")
        List<FieldError> errors) {

    /** Media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem of a type, for one request. */
    public static Problem of(
            ProblemType type, String detail, String instance, String requestId, List<FieldError> errors) {
        return new Problem(
                "urn:affinity:problem:" + type.slug(),
                type.title(),
                type.status(),
                detail,
                instance,
                requestId,
                errors.isEmpty() ? null : errors);
    }
}
