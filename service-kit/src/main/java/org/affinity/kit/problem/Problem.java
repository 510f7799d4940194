package org.affinity.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The body of every error answer (RFC 9457, {@code application/problem+json});
 * {@link org.affinity.kit.http.OpenApiDefaults} describes it to clients.
 *
 * @param type identifies the kind of problem
 * @param title short summary of the kind
 * @param status HTTP status code
 * @param detail what went wrong this time, and how to mend it
 * @param instance path of the request
 * @param requestId id of the request, as in {@code X-Request-Id}
 * @param errors every broken rule, or null when none was broken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String requestId,
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
