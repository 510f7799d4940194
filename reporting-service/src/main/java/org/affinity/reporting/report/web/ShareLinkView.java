package org.affinity.reporting.report.web;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new share link. */
@Schema(description = "A new share link. Its address is told only here: keep it.")
public record ShareLinkView(
        @Schema(description = "Id of the link.", examples = "01994f71-8888-7c3d-9c55-0d5f3a1b2c3d")
        UUID shareLinkId,

        @Schema(description = "The report it shows.", examples = "01994f70-5555-7c3d-9c55-0d5f3a1b2c3d")
        UUID reportId,

        @Schema(
                description = "Whoever has this address can read the report until the link ends.",
                examples = "https://reports.example.com/v1/shared-reports/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE")
        String url,

        @Schema(description = "When the link was made.", examples = "2026-04-01T10:00:00Z")
        Instant createdAt,

        @Schema(description = "When it ends.", examples = "2026-05-01T10:00:00Z")
        Instant expiresAt) {}
