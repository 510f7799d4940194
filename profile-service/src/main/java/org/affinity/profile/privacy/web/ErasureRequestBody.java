package org.affinity.profile.privacy.web;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request that a creator's data be erased. */
@Schema(name = "ErasureRequest", description = "A request that a creator's data be erased.")
record ErasureRequestBody(
        @Schema(
                description = "Whose data is to be erased: needed from operators; for a creator the caller.",
                nullable = true,
                examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        UUID creatorId) {}
