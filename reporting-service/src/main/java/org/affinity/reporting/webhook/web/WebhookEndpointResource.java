package org.affinity.reporting.webhook.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.security.Roles;
import org.affinity.reporting.webhook.WebhookDeliveries;
import org.affinity.reporting.webhook.WebhookEndpoints;
import org.affinity.reporting.webhook.domain.Endpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Receivers of webhooks. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@RunOnVirtualThread
@Path("/v1/webhook-endpoints")
@RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.OPERATOR})
@Tag(name = "Webhooks", description = "Receivers of signed webhooks (Standard Webhooks) and the log of deliveries.")
public class WebhookEndpointResource {

    private final WebhookEndpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final Cursors cursors;

    WebhookEndpointResource(WebhookEndpoints endpoints, WebhookDeliveries deliveries, Cursors cursors) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.cursors = cursors;
    }

    /** Registers a receiver. */
    @POST
    @Operation(
            operationId = "registerWebhookEndpoint",
            summary = "Register a webhook endpoint",
            description = "Registers a receiver for events of an organisation. Known types:"
                    + " campaign.campaign.published.v1, campaign.campaign.closed.v1,"
                    + " campaign.collaboration.invited.v1, campaign.collaboration.accepted.v1,"
                    + " campaign.collaboration.declined.v1, matching.match.completed.v1,"
                    + " reporting.result.recorded.v1, reporting.report.completed.v1, and"
                    + " profile.erasure-notice.recorded.v1, which tells that a creator whose data the organisation"
                    + " had was erased. Webhooks carry ids, come at least once and in no certain order: compare the"
                    + " version and read the resource.")
    @APIResponseSchema(
            value = RegisteredEndpointView.class,
            responseCode = "201",
            responseDescription = "The endpoint with its secret.")
    public RestResponse<RegisteredEndpointView> register(@Valid @NotNull EndpointRequest body) {
        var registered = endpoints.register(
                body.organisationId(), body.url(), Set.copyOf(body.eventTypes()), body.description());
        var view = RegisteredEndpointView.of(registered);
        return RestResponse.ResponseBuilder.<RegisteredEndpointView>created(
                        URI.create("/v1/webhook-endpoints/" + view.endpoint().endpointId()))
                .entity(view)
                .build();
    }

    /** Lists receivers. */
    @GET
    @Operation(
            operationId = "listWebhookEndpoints",
            summary = "List webhook endpoints",
            description = "The receivers of the caller's organisations, oldest first, without their secrets.")
    public Page<EndpointView> list(@BeanParam Page.Request part) {
        var after = cursors.decode(part.cursor()).map(UUID::fromString);
        Page<Endpoint> page = Page.of(
                endpoints.page(after, part.limit() + 1),
                part.limit(),
                endpoint -> endpoint.endpointId().toString(),
                cursors);
        return page.map(EndpointView::of);
    }

    /** Shows a receiver. */
    @GET
    @Path("/{endpointId}")
    @Operation(
            operationId = "getWebhookEndpoint",
            summary = "Show a webhook endpoint",
            description = "The receiver with its state, without its secret.")
    public EndpointView get(
            @Parameter(description = "Id of the endpoint.", example = "01994f80-9999-7c3d-9c55-0d5f3a1b2c3d") @RestPath
                    UUID endpointId) {
        return EndpointView.of(endpoints.endpoint(endpointId));
    }

    /** Removes a receiver. */
    @DELETE
    @Path("/{endpointId}")
    @Operation(
            operationId = "removeWebhookEndpoint",
            summary = "Remove a webhook endpoint",
            description = "Removes the receiver and its log of deliveries; what is still pending is not sent.")
    @APIResponse(responseCode = "204", description = "The endpoint is removed.")
    public RestResponse<Void> remove(
            @Parameter(description = "Id of the endpoint.", example = "01994f80-9999-7c3d-9c55-0d5f3a1b2c3d") @RestPath
                    UUID endpointId) {
        endpoints.remove(endpointId);
        return RestResponse.noContent();
    }

    /** Sends a test. */
    @POST
    @Path("/{endpointId}/test-deliveries")
    @Operation(
            operationId = "testWebhookEndpoint",
            summary = "Send a test webhook",
            description = "Sends the event reporting.webhook.tested.v1 to the endpoint, signed like any other. The"
                    + " delivery in the answer is pending; read it again to see its attempts.")
    @APIResponseSchema(value = DeliveryView.class, responseCode = "201", responseDescription = "The pending delivery.")
    public RestResponse<DeliveryView> test(
            @Parameter(description = "Id of the endpoint.", example = "01994f80-9999-7c3d-9c55-0d5f3a1b2c3d") @RestPath
                    UUID endpointId) {
        var view = DeliveryView.of(deliveries.test(endpointId));
        return RestResponse.ResponseBuilder.<DeliveryView>created(
                        URI.create("/v1/webhook-deliveries/" + view.deliveryId()))
                .entity(view)
                .build();
    }
}
