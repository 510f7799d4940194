package org.affinity.reporting.webhook.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.reporting.webhook.domain.Endpoint;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A registered receiver. */
@Schema(description = "A receiver of webhooks. Its secret is shown once, when it is registered.")
public record EndpointView(
        @Schema(description = "Id of the endpoint.", examples = "01994f80-9999-7c3d-9c55-0d5f3a1b2c3d")
        UUID endpointId,

        @Schema(description = "Grows with each change.", examples = "1")
        long version,

        @Schema(description = "Whose events it gets.", examples = "01994f5e-6666-7c3d-9c55-0d5f3a1b2c3d")
        UUID organisationId,

        @Schema(description = "Where webhooks are posted.", examples = "https://hooks.example.com/affinity")
        String url,

        @Schema(description = "A note for the owner.", examples = "Warehouse feed", nullable = true)
        String description,

        @Schema(description = "Types of events it gets.", examples = "[\"reporting.report.completed.v1\"]")
        List<String> eventTypes,

        @Schema(description = "ENABLED or DISABLED; a disabled endpoint gets nothing.", examples = "ENABLED")
        String state,

        @Schema(
                description = "Why it was disabled; null when it is enabled.",
                examples = "it answered 410 Gone",
                nullable = true)
        String disabledReason,

        @Schema(description = "When it was disabled.", examples = "2026-04-06T09:00:00Z", nullable = true)
        Instant disabledAt,

        @Schema(
                description = "Since when every delivery has failed; null after a success.",
                examples = "2026-04-01T09:00:00Z",
                nullable = true)
        Instant failingSince,

        @Schema(description = "When it was registered.", examples = "2026-03-01T09:00:00Z")
        Instant createdAt)
        implements Versioned {

    static EndpointView of(Endpoint endpoint) {
        return new EndpointView(
                endpoint.endpointId(),
                endpoint.version(),
                endpoint.organisationId(),
                endpoint.url(),
                endpoint.description(),
                endpoint.eventTypes().stream().sorted().toList(),
                endpoint.state().name(),
                endpoint.disabledReason(),
                endpoint.disabledAt(),
                endpoint.failingSince(),
                endpoint.createdAt());
    }
}
