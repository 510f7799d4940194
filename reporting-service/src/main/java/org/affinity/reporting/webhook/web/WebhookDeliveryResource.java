package org.affinity.reporting.webhook.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.security.Roles;
import org.affinity.reporting.webhook.WebhookDeliveries;
import org.affinity.reporting.webhook.domain.Delivery;
import org.affinity.reporting.webhook.domain.DeliveryState;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The log of webhooks. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@RunOnVirtualThread
@Path("/v1/webhook-deliveries")
@RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.OPERATOR})
@Tag(name = "Webhooks", description = "Receivers of signed webhooks (Standard Webhooks) and the log of deliveries.")
public class WebhookDeliveryResource {

    private final WebhookDeliveries deliveries;
    private final Cursors cursors;

    WebhookDeliveryResource(WebhookDeliveries deliveries, Cursors cursors) {
        this.deliveries = deliveries;
        this.cursors = cursors;
    }

    /** Lists deliveries. */
    @GET
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "List webhook deliveries",
            description =
                    "Deliveries to the endpoints of the caller's organisations with their attempts, oldest" + " first.")
    public Page<DeliveryView> list(
            @Parameter(
                            description = "Only deliveries to this endpoint.",
                            example = "01994f80-9999-7c3d-9c55-0d5f3a1b2c3d")
                    @QueryParam("endpointId")
                    UUID endpointId,
            @Parameter(description = "Only deliveries in this state.", example = "FAILED") @QueryParam("state")
                    DeliveryState state,
            @BeanParam Page.Request part) {
        var after = cursors.decode(part.cursor(), endpointId, state).map(UUID::fromString);
        Page<Delivery> page = Page.of(
                deliveries.page(endpointId, state, after, part.limit() + 1),
                part.limit(),
                delivery -> delivery.deliveryId().toString(),
                cursors,
                endpointId,
                state);
        return page.map(DeliveryView::of);
    }

    /** Shows a delivery. */
    @GET
    @Path("/{deliveryId}")
    @Operation(
            operationId = "getWebhookDelivery",
            summary = "Show a webhook delivery",
            description = "The delivery with its body and every attempt.")
    public DeliveryView get(
            @Parameter(description = "Id of the delivery.", example = "01994f81-aaaa-7c3d-9c55-0d5f3a1b2c3d") @RestPath
                    UUID deliveryId) {
        return DeliveryView.of(deliveries.delivery(deliveryId));
    }

    /** Sends a delivery again. */
    @POST
    @Path("/{deliveryId}/replays")
    @Operation(
            operationId = "replayWebhookDelivery",
            summary = "Replay a webhook delivery",
            description = "Sends a delivery that has ended once more, with the same webhook-id and the same body, on a"
                    + " new retry schedule.")
    @APIResponseSchema(
            value = DeliveryView.class,
            responseCode = "202",
            responseDescription = "The delivery, pending again.")
    public RestResponse<DeliveryView> replay(
            @Parameter(description = "Id of the delivery.", example = "01994f81-aaaa-7c3d-9c55-0d5f3a1b2c3d") @RestPath
                    UUID deliveryId) {
        return RestResponse.accepted(DeliveryView.of(deliveries.replay(deliveryId)));
    }
}
