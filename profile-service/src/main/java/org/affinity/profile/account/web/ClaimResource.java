package org.affinity.profile.account.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.security.Roles;
import org.affinity.profile.account.ClaimService;
import org.affinity.profile.creator.PlatformCatalogue;
import org.affinity.profile.creator.domain.Handle;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.web.CreatorPath;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** A creator's claims to accounts that were imported. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators/{creatorId}/claims")
@RunOnVirtualThread
@Tag(name = "Claims", description = "Creators claim accounts that were imported.")
class ClaimResource {

    private final ClaimService claims;
    private final PlatformCatalogue platforms;
    private final Cursors cursors;

    ClaimResource(ClaimService claims, PlatformCatalogue platforms, Cursors cursors) {
        this.platforms = platforms;
        this.claims = claims;
        this.cursors = cursors;
    }

    @POST
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "claimAccount",
            summary = "Claim an account",
            description =
                    "A creator says that an account which answers 409 at sign-up is theirs, and puts the proofCode of"
                            + " the answer into that account's own profile. An operator decides; then the imported profile that"
                            + " holds it is linked to the creator. Whether anybody holds it is not told before.")
    @APIResponseSchema(value = ClaimView.class, responseCode = "201", responseDescription = "The claim, pending.")
    public RestResponse<ClaimView> claim(@BeanParam CreatorPath path, @NotNull @Valid ClaimRequest body) {
        Handle handle = platforms
                .known()
                .handle(body.platform(), body.handle())
                .orElseThrow(() -> DomainException.invalid(
                        "/handle", "handle", "must name an account of a platform of /v1/platforms"));
        return RestResponse.status(
                RestResponse.Status.CREATED,
                ClaimView.of(claims.claim(path.creatorId(), body.platform(), handle, body.note())));
    }

    @GET
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "listClaims",
            summary = "List a creator's claims",
            description = "The claims of the creator in the order in which they were made.")
    @APIResponse(responseCode = "200", description = "A page of claims.")
    public Page<ClaimView> list(@BeanParam CreatorPath path, @BeanParam Page.Request part) {
        Optional<UUID> after = cursors.decode(part.cursor()).map(UUID::fromString);
        return Page.of(
                        claims.list(path.creatorId(), null, after.orElse(null), part.limit() + 1),
                        part.limit(),
                        claim -> claim.id.toString(),
                        cursors)
                .map(ClaimView::of);
    }

    /** A claim as sent. */
    @Schema(name = "AccountClaimRequest", description = "An account that the creator says is theirs.")
    record ClaimRequest(
            @Schema(description = "Platform of the account.", examples = "INSTAGRAM") @NotNull
            Platform platform,

            @Schema(
                    description = "Handle, with or without @, or the name of a channel that has none.",
                    examples = "lea.cuisine")
            @NotNull
            @Pattern(
                    regexp = Handle.ANY_PATTERN,
                    message = "must have 1 to 100 letters, digits, dots, underscores or hyphens")
            String handle,

            @Schema(description = "Anything that helps to decide.", examples = "I changed my e-mail address in May.")
            @Size(max = 1_000)
            String note) {}
}
