package org.affinity.profile.willingness.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Precondition;
import org.affinity.kit.security.Roles;
import org.affinity.profile.willingness.NichesPart;
import org.affinity.profile.willingness.WillingnessService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
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
    public NichesPart get(
            @Parameter(description = "Id of the creator.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01") @RestPath
                    UUID creatorId) {
        return willingness.niches(creatorId);
    }

    @PUT
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "replaceNiches",
            summary = "Replace a creator's chosen niches",
            description =
                    "Puts chosen categories in place of the chosen ones; those that topics name follow the profile.")
    @APIResponse(responseCode = "200", description = "As stored; ETag is set.")
    public RestResponse<NichesPart> replace(
            @Parameter(description = "Id of the creator.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01") @RestPath
                    UUID creatorId,
            @NotNull @Valid NichesBody body) {
        return RestResponse.ok(willingness.replaceNiches(creatorId, body.checked(), precondition::requireVersion));
    }
}
