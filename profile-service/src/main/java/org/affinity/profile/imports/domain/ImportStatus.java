package org.affinity.profile.imports.domain;

/** How far an import is. */
public enum ImportStatus {
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED
}
