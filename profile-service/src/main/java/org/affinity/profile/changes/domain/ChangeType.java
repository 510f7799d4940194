package org.affinity.profile.changes.domain;

/** What became of a creator with the latest change. */
public enum ChangeType {
    CREATED,
    UPDATED,
    /** Proposed to nobody any more. */
    WITHDRAWN,
    /** Gone for good: whoever keeps a copy deletes it. */
    ERASED
}
