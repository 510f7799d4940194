package org.affinity.reporting.webhook.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.reporting.webhook.RegisteredEndpoint;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A receiver that was just registered. */
@Schema(description = "A receiver that was just registered, with its secret. The secret is shown only here: keep it.")
public record RegisteredEndpointView(
        @JsonUnwrapped EndpointView endpoint,

        @Schema(
                description = "Key to verify webhook-signature with, by any library of the Standard Webhooks"
                        + " specification.",
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=")
        String secret)
        implements Versioned {

    static RegisteredEndpointView of(RegisteredEndpoint registered) {
        return new RegisteredEndpointView(EndpointView.of(registered.endpoint()), registered.secret());
    }

    @Override
    public long version() {
        return endpoint.version();
    }

    @Override
    public String toString() {
        return "RegisteredEndpointView[" + endpoint.endpointId() + "]";
    }
}
