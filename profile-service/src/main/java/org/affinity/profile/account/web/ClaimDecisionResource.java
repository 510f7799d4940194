package org.affinity.profile.account.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.security.Roles;
import org.affinity.profile.account.ClaimService;
import org.affinity.profile.account.domain.ClaimState;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** All claims, for operators to decide. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/account-claims")
@RunOnVirtualThread
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Claims", description = "Creators claim accounts that were imported.")
class ClaimDecisionResource {

    private final ClaimService claims;
    private final Cursors cursors;

    ClaimDecisionResource(ClaimService claims, Cursors cursors) {
        this.claims = claims;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            operationId = "listAllClaims",
            summary = "List claims",
            description = "Claims of all creators in the order in which they were made.")
    @APIResponse(responseCode = "200", description = "A page of claims.")
    public Page<ClaimView> list(
            @Parameter(description = "Only claims in this state.") @QueryParam("state") ClaimState state,
            @BeanParam Page.Request part) {
        Optional<UUID> after = cursors.decode(part.cursor(), state).map(UUID::fromString);
        return Page.of(
                        claims.list(null, state, after.orElse(null), part.limit() + 1),
                        part.limit(),
                        claim -> claim.id.toString(),
                        cursors,
                        state)
                .map(ClaimView::of);
    }

    @POST
    @Path("/{claimId}/approval")
    @Operation(
            operationId = "approveClaim",
            summary = "Approve a claim",
            description =
                    "Links the imported profile that holds the account to the creator who claims it. An account of a"
                            + " creator who signed up themself is not given away by a claim: 409.")
    @APIResponseSchema(value = ClaimView.class, responseCode = "200", responseDescription = "The claim, approved.")
    public RestResponse<ClaimView> approve(
            @Parameter(description = "Id of the claim.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b50") @RestPath
                    UUID claimId) {
        return RestResponse.ok(ClaimView.of(claims.approve(claimId)));
    }

    @POST
    @Path("/{claimId}/refusal")
    @Operation(
            operationId = "refuseClaim",
            summary = "Refuse a claim",
            description = "The account stays where it is; the creator may claim it again.")
    @APIResponseSchema(value = ClaimView.class, responseCode = "200", responseDescription = "The claim, refused.")
    public RestResponse<ClaimView> refuse(
            @Parameter(description = "Id of the claim.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b50") @RestPath
                    UUID claimId) {
        return RestResponse.ok(ClaimView.of(claims.refuse(claimId)));
    }
}
