package org.affinity.campaign.collaboration.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.affinity.campaign.collaboration.CollaborationService;
import org.affinity.campaign.collaboration.StoredCollaboration;
import org.affinity.campaign.collaboration.domain.CollaborationState;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Collaborations over HTTP. */
@Path("/v1/collaborations")
@ApiResource
@RunOnVirtualThread
@Tag(name = "Collaborations", description = "Invitations to creators and their answers.")
class CollaborationResource {

    private static final String COLLABORATION_ID = "Id of the collaboration.";
    private static final String EXAMPLE_ID = "0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b09";

    private final CollaborationService collaborations;
    private final Cursors cursors;

    CollaborationResource(CollaborationService collaborations, Cursors cursors) {
        this.collaborations = collaborations;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "listCollaborations",
            summary = "List collaborations",
            description = "The collaborations that the caller is a party to, newest first: those of its organisations,"
                    + " or a creator's own. An operator sees all.")
    @APIResponse(responseCode = "200", description = "A page of collaborations.")
    public Page<CollaborationView> list(
            @Parameter(
                            description = "Only collaborations of this campaign.",
                            example = "0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b02")
                    @QueryParam("campaignId")
                    UUID campaignId,
            @Parameter(description = "Only collaborations in this state.", example = "INVITED") @QueryParam("state")
                    CollaborationState state,
            @BeanParam Page.Request part) {
        UUID after = cursors.decode(part.cursor(), campaignId, state)
                .map(UUID::fromString)
                .orElse(null);
        List<StoredCollaboration> rows = collaborations.list(campaignId, state, after, part.limit() + 1);
        return Page.of(rows, part.limit(), CollaborationResource::key, cursors, campaignId, state)
                .map(CollaborationView::of);
    }

    private static String key(StoredCollaboration stored) {
        return stored.collaboration().invitation().collaborationId().toString();
    }

    @GET
    @Path("/{collaborationId}")
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getCollaboration",
            summary = "Get a collaboration",
            description = "One collaboration that the caller is a party to.")
    @APIResponse(responseCode = "200", description = "The collaboration.")
    public CollaborationView get(
            @Parameter(description = COLLABORATION_ID, example = EXAMPLE_ID) @RestPath UUID collaborationId) {
        return CollaborationView.of(collaborations.get(collaborationId));
    }

    @POST
    @Path("/{collaborationId}/acceptance")
    @RolesAllowed(Roles.CREATOR)
    @Operation(
            operationId = "acceptInvitation",
            summary = "Accept an invitation",
            description = "The invited creator takes part. An invitation is answered once, while the campaign runs.")
    @APIResponseSchema(
            value = CollaborationView.class,
            responseCode = "200",
            responseDescription = "The accepted collaboration.")
    public RestResponse<CollaborationView> accept(
            @Parameter(description = COLLABORATION_ID, example = EXAMPLE_ID) @RestPath UUID collaborationId) {
        return RestResponse.ok(CollaborationView.of(collaborations.accept(collaborationId)));
    }

    @POST
    @Path("/{collaborationId}/refusal")
    @RolesAllowed(Roles.CREATOR)
    @Operation(
            operationId = "refuseInvitation",
            summary = "Refuse an invitation",
            description = "The invited creator does not take part, and may say why. An invitation is answered once,"
                    + " while the campaign runs.")
    @APIResponseSchema(
            value = CollaborationView.class,
            responseCode = "200",
            responseDescription = "The declined collaboration.")
    public RestResponse<CollaborationView> refuse(
            @Parameter(description = COLLABORATION_ID, example = EXAMPLE_ID) @RestPath UUID collaborationId,
            @NotNull @Valid RefusalRequest body) {
        return RestResponse.ok(CollaborationView.of(collaborations.decline(collaborationId, body.reason())));
    }
}
