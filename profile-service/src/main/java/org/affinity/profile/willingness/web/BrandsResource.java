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
import java.time.Clock;
import java.time.LocalDate;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Precondition;
import org.affinity.kit.security.Roles;
import org.affinity.profile.creator.web.CreatorPath;
import org.affinity.profile.willingness.BrandsPart;
import org.affinity.profile.willingness.WillingnessService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Brands that a creator worked with, wishes for, loves or refuses. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators/{creatorId}/brands")
@RunOnVirtualThread
@Tag(name = "Willingness", description = "What creators want: terms, prices, brands, niches, causes, contact.")
class BrandsResource {

    private final WillingnessService willingness;
    private final Precondition precondition;
    private final Clock clock;

    BrandsResource(WillingnessService willingness, Precondition precondition, Clock clock) {
        this.willingness = willingness;
        this.precondition = precondition;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getBrands",
            summary = "Read a creator's ties to brands",
            description = "Brands that a creator worked with, wishes for, loves or refuses. Whom they refuse is"
                    + " shown to the creator and to operators only.")
    @APIResponse(responseCode = "200", description = "As it is now; ETag is set.")
    public BrandsPart get(@BeanParam CreatorPath path) {
        return willingness.brands(path.creatorId());
    }

    @PUT
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "replaceBrands",
            summary = "Replace a creator's ties to brands",
            description = "Puts all declared ties in place of the present ones. Ties that were measured stay."
                    + " Spellings of one name count as one brand.")
    @APIResponse(responseCode = "200", description = "As stored; ETag is set.")
    public RestResponse<BrandsPart> replace(@BeanParam CreatorPath path, @NotNull @Valid BrandsBody body) {
        return RestResponse.ok(willingness.replaceBrands(
                path.creatorId(), body.checked(LocalDate.now(clock)), precondition::requireVersion));
    }
}
