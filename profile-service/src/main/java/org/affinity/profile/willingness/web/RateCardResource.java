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
import org.affinity.profile.creator.PlatformCatalogue;
import org.affinity.profile.creator.web.CreatorPath;
import org.affinity.profile.willingness.RateCardPart;
import org.affinity.profile.willingness.WillingnessService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What a creator's content costs. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators/{creatorId}/rate-card")
@RunOnVirtualThread
@Tag(name = "Willingness", description = "What creators want: terms, prices, brands, niches, causes, contact.")
class RateCardResource {

    private final WillingnessService willingness;
    private final PlatformCatalogue platforms;
    private final Precondition precondition;

    RateCardResource(WillingnessService willingness, PlatformCatalogue platforms, Precondition precondition) {
        this.platforms = platforms;
        this.willingness = willingness;
        this.precondition = precondition;
    }

    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getRateCard",
            summary = "Read a creator's rate card",
            description = "What a creator's content costs, by platform and format, with the rights of use that"
                    + " the price includes.")
    @APIResponse(responseCode = "200", description = "As it is now; ETag is set.")
    public RateCardPart get(@BeanParam CreatorPath path) {
        return willingness.rateCard(path.creatorId());
    }

    @PUT
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "replaceRateCard",
            summary = "Replace a creator's rate card",
            description = "Puts all prices in place of the present ones; each platform and format at most once.")
    @APIResponse(responseCode = "200", description = "As stored; ETag is set.")
    public RestResponse<RateCardPart> replace(@BeanParam CreatorPath path, @NotNull @Valid RateCardBody body) {
        return RestResponse.ok(willingness.replaceRateCard(
                path.creatorId(), body.checked(platforms.known()), precondition::requireVersion));
    }
}
