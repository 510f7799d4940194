package org.affinity.profile.responsiveness.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.security.Roles;
import org.affinity.profile.creator.web.CreatorPath;
import org.affinity.profile.responsiveness.ResponsivenessService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How creators answer invitations. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators/{creatorId}/responsiveness")
@RunOnVirtualThread
@RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
@Tag(name = "Track record", description = "What creators did and how they answer, measured.")
class ResponsivenessResource {

    private final ResponsivenessService responsiveness;

    ResponsivenessResource(ResponsivenessService responsiveness) {
        this.responsiveness = responsiveness;
    }

    @GET
    @Operation(
            operationId = "getResponsiveness",
            summary = "Read how a creator answers",
            description = "Counts and rates of the invitations of the last 365 days, each rate with its 90 % interval;"
                    + " invitations too young to tell move no rate. Also how much the creator is solicited.")
    @APIResponse(responseCode = "200", description = "The figures, as of now.")
    public ResponsivenessView get(@BeanParam CreatorPath path) {
        return ResponsivenessView.of(path.creatorId(), responsiveness.of(path.creatorId()));
    }
}
