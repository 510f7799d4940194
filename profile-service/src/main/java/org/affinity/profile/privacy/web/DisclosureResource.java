package org.affinity.profile.privacy.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.security.Roles;
import org.affinity.profile.privacy.Disclosures;
import org.affinity.profile.privacy.Disclosures.Disclosure;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Who saw a creator's data. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators/{creatorId}/disclosures")
@RunOnVirtualThread
@RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
@Tag(name = "Privacy", description = "What creators and auditors ask about personal data.")
class DisclosureResource {

    private final Disclosures disclosures;
    private final Cursors cursors;

    DisclosureResource(Disclosures disclosures, Cursors cursors) {
        this.disclosures = disclosures;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            operationId = "listDisclosures",
            summary = "List who got a creator's data",
            description = "Organisations that read the profile, got the creator proposed or invited them, by day, the"
                    + " latest first. Reads appear here some seconds later. A creator reads their own list only.")
    @APIResponse(responseCode = "200", description = "A page of disclosures.")
    public Page<DisclosureView> list(
            @Parameter(description = "Id of the creator.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01") @RestPath
                    UUID creatorId,
            @Parameter(description = "Most items to return.") @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200)
                    int limit,
            @Parameter(description = "The nextCursor of the page before.", example = "AZd7fjxSe9GaUwwNH2orEQ")
                    @QueryParam("cursor")
                    String cursor) {
        Disclosure last = cursors.decode(cursor)
                .map(key -> Disclosures.disclosure(creatorId, key))
                .orElse(null);
        return Page.of(disclosures.list(creatorId, last, limit + 1), limit, Disclosures::key, cursors)
                .map(DisclosureView::of);
    }
}
