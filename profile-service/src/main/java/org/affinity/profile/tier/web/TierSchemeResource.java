package org.affinity.profile.tier.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.security.Roles;
import org.affinity.profile.tier.domain.TierSchemes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tier schemes that requests can choose from. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/tier-schemes")
@RunOnVirtualThread
@Tag(name = "Tier schemes", description = "Published ways to class accounts by audience size.")
class TierSchemeResource {

    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "listTierSchemes",
            summary = "List tier schemes",
            description = "Every scheme with its version, its source and its tiers, the default one first. Requests"
                    + " choose one by tierScheme.")
    @APIResponse(responseCode = "200", description = "All schemes.")
    public TierSchemeList list() {
        return new TierSchemeList(
                TierSchemes.all().stream().map(TierSchemeView::of).toList());
    }

    /** All schemes as the API shows them. */
    @Schema(name = "TierSchemeList", description = "All tier schemes.")
    record TierSchemeList(
            @Schema(description = "The schemes, the default one first.")
            List<TierSchemeView> items) {}
}
