package org.affinity.profile.privacy.web;

import java.time.Instant;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.profile.privacy.store.DataExportEntity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an export is. */
@Schema(name = "DataExport", description = "How far the export of a creator's data is.")
record DataExportView(
        @Schema(description = "Id of the export.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b41")
        UUID exportId,

        @Schema(description = "Rises with each change; the ETag.", examples = "2")
        long version,

        @Schema(description = "Whose data it is.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        UUID creatorId,

        @Schema(description = "PENDING, READY or EXPIRED. More values may come.", examples = "READY")
        String state,

        @Schema(description = "When it was asked for.", examples = "2026-03-01T09:00:00Z")
        Instant requestedAt,

        @Schema(
                description = "By when it has to be there: one month later, GDPR article 12(3).",
                examples = "2026-04-01T09:00:00Z")
        Instant dueAt,

        @Schema(description = "When the archive was made, or null.", nullable = true, examples = "2026-03-01T09:00:03Z")
        Instant readyAt,

        @Schema(
                description = "When the archive is deleted, or null.",
                nullable = true,
                examples = "2026-03-08T09:00:03Z")
        Instant expiresAt)
        implements Versioned {

    static DataExportView of(DataExportEntity export, String state) {
        return new DataExportView(
                export.id,
                export.version,
                export.creatorId,
                state,
                export.requestedAt,
                export.dueAt,
                export.readyAt,
                export.expiresAt);
    }
}
