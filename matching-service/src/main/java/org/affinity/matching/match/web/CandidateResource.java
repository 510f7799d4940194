package org.affinity.matching.match.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.security.Roles;
import org.affinity.matching.match.CandidateStanding;
import org.affinity.matching.match.StandingService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;

/** Why a creator is in a match, or not. */
@Path("/v1/matches/{matchId}/candidates")
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@RunOnVirtualThread
@RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.OPERATOR})
public class CandidateResource {

    private final StandingService standings;

    CandidateResource(StandingService standings) {
        this.standings = standings;
    }

    @GET
    @Path("/{creatorId}")
    @Operation(
            operationId = "getCandidate",
            summary = "Ask why a creator is in a match, or not",
            description = "Says of any creator where they stood in the match, and where its brief would put them at this"
                    + " moment: place and contributions, or the rule that rejects them with the facts, and the smallest"
                    + " changes of one thing that would bring them into the top places.")
    public CandidateStanding get(
            @Parameter(description = "Id of the match.", example = "01977b7e-5a00-7d4e-b1c2-3f4e5d6c7b8a") @RestPath
                    UUID matchId,
            @Parameter(description = "Id of the creator.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11") @RestPath
                    UUID creatorId,
            @Parameter(
                            description = "How many places the counterfactuals are about; as many as the match ranked,"
                                    + " 20 at least, when left out.",
                            example = "20")
                    @QueryParam("top")
                    @Min(1)
                    @Max(1000)
                    Integer top) {
        return standings.standing(matchId, creatorId, top);
    }
}
