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
import org.affinity.profile.willingness.NichesPart;
import org.affinity.profile.willingness.WillingnessService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Sectors and niches of a creator. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators/{creatorId}/niches")
@RunOnVirtualThread
@Tag(name = "Willingness", description = "What creators want: terms, prices, brands, niches, causes, contact.")
class NichesResource {

    private final WillingnessService willingness;
    private final Precondition precondition;

    NichesResource(WillingnessService willingness, Precondition precondition) {
        this.willingness = willingness;
        this.precondition = precondition;
    }

    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getNiches",
            summary = "Read a creator's niches",
            description =
                    "Categories of iab-content-3.1 that the creator chose, and those that topics of the profile name.")
    @APIResponse(responseCode = "200", description = "As it is now; ETag is set.")
    public NichesPart get(@BeanParam CreatorPath path) {
        return willingness.niches(path.creatorId());
    }

    @PUT
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "replaceNiches",
            summary = "Replace a creator's chosen niches",
            description =
                    "Puts chosen categories in place of the chosen ones; those that topics name follow the profile.")
    @APIResponse(responseCode = "200", description = "As stored; ETag is set.")
    public RestResponse<NichesPart> replace(@BeanParam CreatorPath path, @NotNull @Valid NichesBody body) {
        return RestResponse.ok(
                willingness.replaceNiches(path.creatorId(), body.checked(), precondition::requireVersion));
    }
}
