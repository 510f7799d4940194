package org.affinity.profile.trackrecord.messaging;

import java.time.Instant;
import java.util.UUID;

/** What this service reads of {@value #TYPE}. */
record ResultRecorded(UUID resultId, UUID collaborationId, UUID creatorId, Instant recordedAt) {

    static final String TYPE = "reporting.result.recorded.v1";
}
