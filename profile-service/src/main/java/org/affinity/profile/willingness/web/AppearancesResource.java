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
import org.affinity.profile.willingness.AppearanceService;
import org.affinity.profile.willingness.AppearancesPart;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Events that a creator organised or took part in. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators/{creatorId}/appearances")
@RunOnVirtualThread
@Tag(name = "Willingness", description = "What creators want: terms, prices, brands, niches, causes, contact.")
class AppearancesResource {

    private final AppearanceService appearances;
    private final Precondition precondition;

    AppearancesResource(AppearanceService appearances, Precondition precondition) {
        this.appearances = appearances;
        this.precondition = precondition;
    }

    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getAppearances",
            summary = "Read a creator's events",
            description = "Events that a creator organised, spoke at, hosted or attended.")
    @APIResponse(responseCode = "200", description = "As it is now; ETag is set.")
    public AppearancesPart get(@BeanParam CreatorPath path) {
        return appearances.of(path.creatorId());
    }

    @PUT
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "replaceAppearances",
            summary = "Replace a creator's events",
            description = "Puts all events in place of the present ones.")
    @APIResponse(responseCode = "200", description = "As stored; ETag is set.")
    public RestResponse<AppearancesPart> replace(@BeanParam CreatorPath path, @NotNull @Valid AppearancesBody body) {
        return RestResponse.ok(appearances.replace(path.creatorId(), body.checked(), precondition::requireVersion));
    }
}
