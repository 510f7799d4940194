package org.affinity.profile.willingness.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Precondition;
import org.affinity.kit.security.Roles;
import org.affinity.profile.creator.web.CreatorPath;
import org.affinity.profile.willingness.AvailabilityPart;
import org.affinity.profile.willingness.WillingnessService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** On which terms a creator works. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators/{creatorId}/availability")
@RunOnVirtualThread
@Tag(name = "Willingness", description = "What creators want: terms, prices, brands, niches, causes, contact.")
class AvailabilityResource {

    private final WillingnessService willingness;
    private final Precondition precondition;

    AvailabilityResource(WillingnessService willingness, Precondition precondition) {
        this.willingness = willingness;
        this.precondition = precondition;
    }

    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getAvailability",
            summary = "Read a creator's availability",
            description = "On which terms a creator works: kinds of engagement with fees, dates and limits, and a"
                    + " pause of paid work. The profile shows the same kinds, fees and terms.")
    @APIResponse(responseCode = "200", description = "As it is now; ETag is set.")
    public AvailabilityPart get(@BeanParam CreatorPath path) {
        return willingness.availability(path.creatorId());
    }

    @PUT
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "replaceAvailability",
            summary = "Replace a creator's availability",
            description = "Puts all of it in place of the present availability, also of that in the profile; what"
                    + " is left out is not accepted, or has no limit.")
    @APIResponse(responseCode = "200", description = "As stored; ETag is set.")
    public RestResponse<AvailabilityPart> replace(@BeanParam CreatorPath path, @NotNull @Valid AvailabilityBody body) {
        return RestResponse.ok(willingness.replaceAvailability(
                path.creatorId(), body.checked(), body.paidPause(), precondition::requireVersion));
    }
}
