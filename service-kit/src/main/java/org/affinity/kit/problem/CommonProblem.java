package org.affinity.kit.problem;

import java.sql.SQLException;
import java.util.List;

/** The problems that every service answers alike; a service adds its own in an enum of its own. */
public enum CommonProblem implements ProblemType {
    MALFORMED_REQUEST("malformed-request", 400, "The request cannot be read"),
    INVALID_PARAMETER("invalid-parameter", 400, "A query parameter, path segment or header is not valid"),
    INVALID_CURSOR("invalid-cursor", 400, "The cursor is not one of this list with these filters"),
    UNAUTHENTICATED("unauthenticated", 401, "A valid bearer token is needed"),
    FORBIDDEN("forbidden", 403, "The caller's role may not do this"),
    NOT_FOUND("not-found", 404, "Nothing is here for this caller"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The resource does not know this method"),
    NOT_ACCEPTABLE("not-acceptable", 406, "No representation has an accepted media type"),
    CONFLICT("conflict", 409, "The request conflicts with the state of the resource"),
    REQUEST_IN_PROGRESS("request-in-progress", 409, "A request with this Idempotency-Key is still running"),
    STALE_VERSION("stale-version", 412, "The resource has changed since it was read"),
    TOO_LARGE("too-large", 413, "The body is larger than this resource takes"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The body's media type is not supported"),
    VALIDATION_FAILED("validation-failed", 422, "The body breaks a rule"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "This Idempotency-Key was used for another request"),
    PRECONDITION_REQUIRED("precondition-required", 428, "An If-Match header is needed"),
    RATE_LIMITED("rate-limited", 429, "Too many requests"),
    INTERNAL_ERROR("internal-error", 500, "The service failed"),
    NOT_IMPLEMENTED("not-implemented", 501, "The request uses a feature that is not supported"),
    UNAVAILABLE("unavailable", 503, "The service cannot answer right now");

    /**
     * Classes and codes of SQL states: connection, read only (a standby that was not promoted yet), not let in (a
     * password that is being changed), conflict of transactions, resources, intervention of operators, errors of the
     * system that are not those of a missing file.
     */
    private static final List<String> PASSING = List.of("08", "25006", "28", "40", "53", "57", "58000", "58030");

    private final Description description;

    CommonProblem(String slug, int status, String title) {
        this.description = new Description(slug, status, title);
    }

    @Override
    public Description description() {
        return description;
    }

    /**
     * Whether the state of the database is the reason of a failure, so that the same request or event may succeed a
     * little later: {@link #UNAVAILABLE}.
     */
    public static boolean isPassing(SQLException failure) {
        String state = failure.getSQLState();
        // What never reached the database has none.
        return state == null || PASSING.stream().anyMatch(state::startsWith);
    }
}
