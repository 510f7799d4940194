package org.affinity.reporting.post.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A post to record. */
@Schema(description = "A post that was published for an accepted collaboration.")
public record PostRequest(
        @Schema(
                description = "The accepted collaboration that the post was made for.",
                examples = "01994f5e-7a10-7c3d-9c55-0d5f3a1b2c3d")
        @NotNull
        UUID collaborationId,

        @Schema(
                description = "Public address of the post, http or https; once per collaboration.",
                examples = "https://www.instagram.com/p/C8xYzAbCdEf/")
        @NotBlank
        @Size(max = 2000)
        String url,

        @Schema(description = "When it was published; not in the future.", examples = "2026-03-14T17:30:00Z") @NotNull
        Instant publishedAt) {}
