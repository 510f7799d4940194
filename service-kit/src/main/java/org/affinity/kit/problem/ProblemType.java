package org.affinity.kit.problem;

import com.google.errorprone.annotations.Immutable;

/** One kind of error a service can answer, named once and for all callers (RFC 9457 {@code type}). */
public interface ProblemType {

    /** What an answer says of the kind. */
    Description description();

    /** Last segment of the problem's {@code type} URI, in kebab case; never changes once published. */
    default String slug() {
        return description().slug();
    }

    /** HTTP status code, 400 to 599. */
    default int status() {
        return description().status();
    }

    /** Short summary, the same for every occurrence. */
    default String title() {
        return description().title();
    }

    /** See the methods of the same names. */
    @Immutable
    record Description(String slug, int status, String title) {}
}
