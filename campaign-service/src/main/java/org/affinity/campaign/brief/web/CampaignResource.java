package org.affinity.campaign.brief.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.affinity.campaign.brief.CampaignService;
import org.affinity.campaign.brief.StoredCampaign;
import org.affinity.campaign.brief.domain.CampaignState;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.http.Precondition;
import org.affinity.kit.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Campaigns over HTTP. */
@Path("/v1/campaigns")
@ApiResource
@RunOnVirtualThread
@Tag(name = "Campaigns", description = "Briefs and the life of the campaigns they belong to.")
class CampaignResource {

    private static final String CAMPAIGN_ID = "Id of the campaign.";
    private static final String EXAMPLE_ID = "0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b02";

    private final CampaignService campaigns;
    private final IdGenerator ids;
    private final Precondition precondition;
    private final Cursors cursors;

    CampaignResource(CampaignService campaigns, IdGenerator ids, Precondition precondition, Cursors cursors) {
        this.campaigns = campaigns;
        this.ids = ids;
        this.precondition = precondition;
        this.cursors = cursors;
    }

    @POST
    @RolesAllowed({Roles.BRAND, Roles.AGENCY})
    @Operation(
            operationId = "createCampaign",
            summary = "Create a campaign",
            description = "Creates a draft with its brief. A brand creates for itself; an agency may name one of its"
                    + " client organisations.")
    @APIResponse(
            responseCode = "201",
            description = "The draft.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CampaignView.class)))
    public RestResponse<CampaignView> create(@NotNull @Valid CampaignRequest body) {
        StoredCampaign created = campaigns.create(
                body.organisationId(), body.name(), body.brief().toDomain(ids::next));
        CampaignView view = CampaignView.of(created);
        return RestResponse.ResponseBuilder.<CampaignView>created(URI.create("/v1/campaigns/" + view.campaignId()))
                .entity(view)
                .build();
    }

    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.OPERATOR})
    @Operation(
            operationId = "listCampaigns",
            summary = "List campaigns",
            description = "The campaigns of the caller's organisations, newest first; an operator sees all.")
    @APIResponse(responseCode = "200", description = "A page of campaigns.")
    public Page<CampaignView> list(
            @Parameter(description = "Only campaigns in this state.", example = "PUBLISHED") @QueryParam("state")
                    CampaignState state,
            @BeanParam Page.Request part) {
        UUID after = cursors.decode(part.cursor(), state).map(UUID::fromString).orElse(null);
        List<StoredCampaign> rows = campaigns.list(state, after, part.limit() + 1);
        return Page.of(rows, part.limit(), CampaignResource::key, cursors, state)
                .map(CampaignView::of);
    }

    private static String key(StoredCampaign stored) {
        return stored.campaign().identity().campaignId().toString();
    }

    @GET
    @Path("/{campaignId}")
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.OPERATOR})
    @Operation(
            operationId = "getCampaign",
            summary = "Get a campaign",
            description = "One campaign with its brief and its state.")
    @APIResponse(responseCode = "200", description = "The campaign.")
    public CampaignView get(@Parameter(description = CAMPAIGN_ID, example = EXAMPLE_ID) @RestPath UUID campaignId) {
        return CampaignView.of(campaigns.get(campaignId));
    }

    @PUT
    @Path("/{campaignId}")
    @RolesAllowed({Roles.BRAND, Roles.AGENCY})
    @Operation(
            operationId = "reviseCampaign",
            summary = "Revise a draft",
            description = "Replaces name and brief of a draft. A published brief is final.")
    @APIResponseSchema(value = CampaignView.class, responseCode = "200", responseDescription = "The revised draft.")
    public RestResponse<CampaignView> revise(
            @Parameter(description = CAMPAIGN_ID, example = EXAMPLE_ID) @RestPath UUID campaignId,
            @NotNull @Valid CampaignRevision body) {
        return RestResponse.ok(CampaignView.of(campaigns.revise(
                campaignId,
                precondition::requireVersion,
                body.name(),
                body.brief().toDomain(ids::next))));
    }

    @POST
    @Path("/{campaignId}/publication")
    @RolesAllowed({Roles.BRAND, Roles.AGENCY})
    @Operation(
            operationId = "publishCampaign",
            summary = "Publish a campaign",
            description = "Makes the brief of a draft final and asks for a proposal, which comes a little later."
                    + " Refused once the brief's last day has passed.")
    @APIResponseSchema(
            value = CampaignView.class,
            responseCode = "200",
            responseDescription = "The published campaign.")
    public RestResponse<CampaignView> publish(
            @Parameter(description = CAMPAIGN_ID, example = EXAMPLE_ID) @RestPath UUID campaignId) {
        return RestResponse.ok(CampaignView.of(campaigns.publish(campaignId)));
    }

    @POST
    @Path("/{campaignId}/closure")
    @RolesAllowed({Roles.BRAND, Roles.AGENCY})
    @Operation(
            operationId = "closeCampaign",
            summary = "Close a campaign",
            description = "Ends a published campaign for good and asks for its report. Open invitations take no"
                    + " answers any more.")
    @APIResponseSchema(value = CampaignView.class, responseCode = "200", responseDescription = "The closed campaign.")
    public RestResponse<CampaignView> close(
            @Parameter(description = CAMPAIGN_ID, example = EXAMPLE_ID) @RestPath UUID campaignId) {
        return RestResponse.ok(CampaignView.of(campaigns.close(campaignId)));
    }
}
