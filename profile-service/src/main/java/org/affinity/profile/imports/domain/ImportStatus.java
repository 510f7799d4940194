package org.affinity.profile.imports.domain;

/** How far an import is. */
public enum ImportStatus {
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /** Whether there is nothing more to come. */
    public boolean isEnd() {
        return this != PENDING && this != RUNNING;
    }
}
