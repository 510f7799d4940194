package org.affinity.kit.problem;

import java.util.List;

/** A request that cannot be served, for a reason the caller can understand; one mapper turns it into RFC 9457. */
public final class DomainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<FieldError> errors;

    /** A problem that concerns the request as a whole. */
    public DomainException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    /** A problem with the places where rules were broken. */
    public DomainException(ProblemType type, String detail, List<FieldError> errors) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    /** The answer for something that is missing, or that the caller may not know of: both look the same. */
    public static DomainException notFound() {
        return new DomainException(CommonProblem.NOT_FOUND, "No such resource, or none that this caller may see.");
    }

    /** A body that breaks one rule. */
    public static DomainException invalid(String pointer, String rule, String detail) {
        return new DomainException(
                CommonProblem.VALIDATION_FAILED, detail, List.of(FieldError.at(pointer, rule, detail)));
    }

    public ProblemType type() {
        return type;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
