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
import org.affinity.profile.willingness.CausesPart;
import org.affinity.profile.willingness.WillingnessService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Causes that a creator volunteers for. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators/{creatorId}/causes")
@RunOnVirtualThread
@Tag(name = "Willingness", description = "What creators want: terms, prices, brands, niches, causes, contact.")
class CausesResource {

    private final WillingnessService willingness;
    private final Precondition precondition;

    CausesResource(WillingnessService willingness, Precondition precondition) {
        this.willingness = willingness;
        this.precondition = precondition;
    }

    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getCauses",
            summary = "Read a creator's causes",
            description = "Causes of the taxonomy causes-1 that a creator volunteers for.")
    @APIResponse(responseCode = "200", description = "As it is now; ETag is set.")
    public CausesPart get(@BeanParam CreatorPath path) {
        return willingness.causes(path.creatorId());
    }

    @PUT
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "replaceCauses",
            summary = "Replace a creator's causes",
            description = "Puts all causes in place of the present ones.")
    @APIResponse(responseCode = "200", description = "As stored; ETag is set.")
    public RestResponse<CausesPart> replace(@BeanParam CreatorPath path, @NotNull @Valid CausesBody body) {
        return RestResponse.ok(
                willingness.replaceCauses(path.creatorId(), body.checked(), precondition::requireVersion));
    }
}
