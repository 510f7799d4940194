package org.affinity.reporting.report.web;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A share link to make. */
@Schema(description = "How long a share link should live.")
public record ShareLinkRequest(
        @Schema(
                description = "When the link ends; 30 days from now when left out, at most a year.",
                examples = "2026-12-31T23:00:00Z",
                nullable = true)
        Instant expiresAt) {}
