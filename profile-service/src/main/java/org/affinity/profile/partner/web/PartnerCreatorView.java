package org.affinity.profile.partner.web;

import java.time.Instant;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A partner's record as the API shows it. */
@Schema(name = "PartnerCreator", description = "What a partner says of a creator, and which creator that is.")
record PartnerCreatorView(
        @Schema(description = "The partner's own id of the creator.", examples = "crm-4711")
        String externalId,

        @Schema(
                description =
                        "The creator, who may be known from elsewhere too: read them at /v1/creators/{creatorId}.",
                examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        UUID creatorId,

        @Schema(description = "Rises when the record is replaced by another; the ETag.", examples = "2")
        long version,

        @Schema(description = "What the partner said last.") PartnerCreatorRequest creator,

        @Schema(description = "When the record was first written.", examples = "2026-01-15T08:00:00Z")
        Instant createdAt,

        @Schema(description = "When the record last changed.", examples = "2026-01-15T08:00:00Z")
        Instant updatedAt)
        implements Versioned {}
