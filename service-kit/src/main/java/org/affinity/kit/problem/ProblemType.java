package org.affinity.kit.problem;

/** One kind of error a service can answer, named once and for all callers (RFC 9457 {@code type}). */
public interface ProblemType {

    /** Last segment of the problem's {@code type} URI, in kebab case; never changes once published. */
    String slug();

    /** HTTP status code, 400 to 599. */
    int status();

    /** Short summary, the same for every occurrence. */
    String title();
}
