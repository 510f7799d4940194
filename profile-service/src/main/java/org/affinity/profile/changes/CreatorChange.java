package org.affinity.profile.changes;

import java.time.Instant;
import java.util.UUID;
import org.affinity.profile.changes.domain.ChangeType;

/** The latest change of a creator. */
public record CreatorChange(UUID creatorId, long version, ChangeType type, Instant changedAt) {}
