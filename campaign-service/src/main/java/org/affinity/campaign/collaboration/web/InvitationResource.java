package org.affinity.campaign.collaboration.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.affinity.campaign.collaboration.InvitationService;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Invitations over HTTP. */
@Path("/v1/campaigns/{campaignId}/invitations")
@ApiResource
@RunOnVirtualThread
@Tag(name = "Collaborations", description = "Invitations to creators and their answers.")
class InvitationResource {

    private final InvitationService invitations;

    InvitationResource(InvitationService invitations) {
        this.invitations = invitations;
    }

    @POST
    @RolesAllowed({Roles.BRAND, Roles.AGENCY})
    @Operation(
            operationId = "inviteCreators",
            summary = "Invite creators",
            description = "Invites creators of the campaign's panel, each with a message of their own. Inviting a"
                    + " creator again changes nothing and sends nothing; the reply tells who had been invited before, and who"
                    + " was left out because they withdrew, do not want to be written to, or are not known here yet.")
    @APIResponse(
            responseCode = "201",
            description = "The collaborations with the creators asked for.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvitationsView.class)))
    public RestResponse<InvitationsView> invite(
            @Parameter(description = "Id of the campaign.", example = "0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b02") @RestPath
                    UUID campaignId,
            @NotNull @Valid InvitationRequest body) {
        InvitationsView view = InvitationsView.of(invitations.invite(campaignId, body.creatorIds(), body.message()));
        return RestResponse.ResponseBuilder.<InvitationsView>created(
                        URI.create("/v1/collaborations?campaignId=" + campaignId))
                .entity(view)
                .build();
    }
}
