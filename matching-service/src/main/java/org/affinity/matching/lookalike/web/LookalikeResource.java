package org.affinity.matching.lookalike.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.security.Roles;
import org.affinity.matching.lookalike.LookalikeService;
import org.affinity.matching.platform.PlatformDirectory;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Find lookalikes. */
@Path("/v1/lookalikes")
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@RunOnVirtualThread
@RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER})
public class LookalikeResource {

    private final LookalikeService lookalikes;
    private final PlatformDirectory platforms;

    LookalikeResource(LookalikeService lookalikes, PlatformDirectory platforms) {
        this.lookalikes = lookalikes;
        this.platforms = platforms;
    }

    @POST
    @Operation(
            operationId = "createLookalikes",
            summary = "Find lookalikes",
            description = "Names creators who are like 1 to 10 others in topics, niches, audience, size, engagement,"
                    + " languages and country, with the parts that sum to the similarity. Nothing is saved.")
    @APIResponseSchema(value = LookalikeView.class, responseCode = "200", responseDescription = "The figures.")
    public RestResponse<LookalikeView> create(@NotNull @Valid LookalikeRequest body) {
        platforms.requireKnown(body.namedPlatforms().byPointer());
        return RestResponse.ok(LookalikeView.of(lookalikes.find(body.creatorIds(), body.toFilters(), body.most())));
    }
}
