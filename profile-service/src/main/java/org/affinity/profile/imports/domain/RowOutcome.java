package org.affinity.profile.imports.domain;

/** What became of one record of a file; each record has exactly one outcome. */
public enum RowOutcome {
    ACCEPTED,
    UPDATED,
    DUPLICATE,
    REJECTED,
    BLANK
}
