package org.affinity.reporting.webhook.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A receiver to register. */
@Schema(description = "A receiver of webhooks and the events it asks for.")
public record EndpointRequest(
        @Schema(
                description = "Whose events it gets: the caller's own organisation when left out, or a client of the"
                        + " agency; operators must name one.",
                examples = "01994f5e-6666-7c3d-9c55-0d5f3a1b2c3d",
                nullable = true)
        UUID organisationId,

        @Schema(
                description = "https address on the public internet, port 443; redirections are not followed.",
                examples = "https://hooks.example.com/affinity")
        @NotBlank
        @Size(max = 2000)
        String url,

        @Schema(
                description = "Types of events to send, at least one of the catalogue.",
                examples = "[\"reporting.report.completed.v1\"]")
        @NotEmpty
        @Size(max = 20)
        List<@NotNull String> eventTypes,

        @Schema(description = "A note for the owner.", examples = "Warehouse feed", nullable = true) @Size(max = 200)
        String description) {

    @Override
    public String toString() {
        return "EndpointRequest[" + eventTypes + "]";
    }
}
