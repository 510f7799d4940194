package org.affinity.kit.http;

/** A representation with a version, which the kit answers as its strong {@code ETag}. */
public interface Versioned {

    /** Version of the resource: 1 when created, one more with each change. */
    long version();
}
