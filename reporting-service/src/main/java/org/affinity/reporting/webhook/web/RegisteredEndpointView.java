package org.affinity.reporting.webhook.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.Versioned;
import org.affinity.reporting.webhook.RegisteredEndpoint;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A receiver that was just registered. */
@Schema(description = "A receiver that was just registered, with its secret. The secret is shown only here: keep it.")
public record RegisteredEndpointView(
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

        @Schema(description = "ENABLED or DISABLED.", examples = "ENABLED")
        String state,

        @Schema(
                description = "Key to verify webhook-signature with, by any library of the Standard Webhooks"
                        + " specification.",
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=")
        String secret,

        @Schema(description = "When it was registered.", examples = "2026-03-01T09:00:00Z")
        Instant createdAt)
        implements Versioned {

    static RegisteredEndpointView of(RegisteredEndpoint registered) {
        var endpoint = registered.endpoint();
        return new RegisteredEndpointView(
                endpoint.endpointId(),
                endpoint.version(),
                endpoint.organisationId(),
                endpoint.url(),
                endpoint.description(),
                endpoint.eventTypes().stream().sorted().toList(),
                endpoint.state().name(),
                registered.secret(),
                endpoint.createdAt());
    }

    @Override
    public String toString() {
        return "RegisteredEndpointView[" + endpointId + "]";
    }
}
