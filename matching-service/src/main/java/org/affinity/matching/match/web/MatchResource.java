package org.affinity.matching.match.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.security.Caller;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.matching.match.CampaignMatches;
import org.affinity.matching.match.CampaignToMatch;
import org.affinity.matching.match.MatchDocument;
import org.affinity.matching.match.MatchService;
import org.affinity.matching.match.RequiredCreatorsCheck;
import org.affinity.matching.match.domain.MatchListing;
import org.affinity.matching.match.domain.PanelOptions;
import org.affinity.matching.platform.PlatformDirectory;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Who fits a brief: asking, and reading earlier answers. */
@Path("/v1/matches")
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@RunOnVirtualThread
@RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.OPERATOR})
public class MatchResource {

    private static final String INDEX_LAG = "X-Index-Lag";

    private final MatchService matches;
    private final CampaignMatches campaigns;
    private final RequiredCreatorsCheck requiredCreators;
    private final PlatformDirectory platforms;
    private final CurrentCaller currentCaller;
    private final Cursors cursors;

    MatchResource(
            MatchService matches,
            CampaignMatches campaigns,
            RequiredCreatorsCheck requiredCreators,
            PlatformDirectory platforms,
            CurrentCaller currentCaller,
            Cursors cursors) {
        this.matches = matches;
        this.campaigns = campaigns;
        this.requiredCreators = requiredCreators;
        this.platforms = platforms;
        this.currentCaller = currentCaller;
        this.cursors = cursors;
    }

    @POST
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER})
    @Operation(
            operationId = "createMatch",
            summary = "Match a brief",
            description =
                    "Finds the creators who fit a brief, or that of a published campaign, with the reasons for each,"
                            + " and a panel within the budget unless withPanel is false. The answer is saved and can be read again,"
                            + " byte for byte but for creators who are erased since. Its header X-Index-Lag says"
                            + " how many creators have changed in a way that this replica had not yet seen: 0 when it had all.")
    @APIResponse(
            responseCode = "200",
            description = "The match, as saved.",
            headers =
                    @Header(
                            name = INDEX_LAG,
                            description = "How many creators have changed in a way that this replica had not yet seen.",
                            schema = @Schema(type = SchemaType.INTEGER)),
            content = @Content(schema = @Schema(implementation = MatchDocument.class)))
    public RestResponse<SavedMatch> create(@NotNull @Valid MatchRequest body) {
        body.requireOneBrief();
        platforms.requireKnown(new NamedPlatforms()
                .brief(body.brief())
                .panel("/panel", body.panel())
                .byPointer());
        requiredCreators.refuseErased(body.requiredCreators());
        MatchService.Answered answered =
                matches.match(body.campaignId() == null ? brief(body) : campaign(body), body.ranking());
        return RestResponse.ResponseBuilder.ok(SavedMatch.of(answered.run()))
                .header(INDEX_LAG, answered.indexLag())
                .build();
    }

    @GET
    @Path("/{matchId}")
    @Operation(
            operationId = "getMatch",
            summary = "Read a match",
            description =
                    "Gives a match again exactly as it was first answered, whatever has changed since, except that the"
                            + " places of creators whose data was erased are redacted.")
    @APIResponseSchema(value = MatchDocument.class, responseCode = "200", responseDescription = "The match, as saved.")
    public SavedMatch get(
            @Parameter(description = "Id of the match.", example = "01977b7e-5a00-7d4e-b1c2-3f4e5d6c7b8a") @RestPath
                    UUID matchId) {
        return SavedMatch.of(matches.find(matchId));
    }

    @GET
    @Operation(
            operationId = "listMatches",
            summary = "List matches",
            description = "Matches of the caller's organisations without their creators, latest first.")
    public Page<MatchSummary> list(
            @Parameter(description = "Only matches of this campaign.", example = "01977b7e-2b41-7e5f-a0b1-c2d3e4f5a6b7")
                    @QueryParam("campaignId")
                    UUID campaignId,
            @BeanParam Page.Request part) {
        UUID before =
                cursors.decode(part.cursor(), campaignId).map(UUID::fromString).orElse(null);
        List<MatchListing> rows = matches.list(campaignId, before, part.limit() + 1);
        return Page.of(rows, part.limit(), match -> match.matchId().toString(), cursors, campaignId)
                .map(MatchSummary::of);
    }

    private CampaignToMatch brief(MatchRequest body) {
        BriefRequest brief = body.brief();
        PanelOptions ofBrief = PanelRequest.over(PanelOptions.NONE, brief.panel(), "/brief/panel", brief.maxCreators());
        return new CampaignToMatch(
                null,
                0,
                organisation(body.organisationId()),
                brief.toDomain(),
                body.panelOptions(ofBrief, brief.maxCreators()),
                body.wantsPanel(),
                body.signalWeights());
    }

    private CampaignToMatch campaign(MatchRequest body) {
        CampaignToMatch campaign = campaigns
                .published(body.campaignId())
                .orElseThrow(
                        () -> DomainException.invalid(
                                "/campaignId",
                                "published",
                                "is no published campaign of yours that is known here, as it is a moment after its publication"));
        if (body.organisationId() != null && !body.organisationId().equals(campaign.organisationId())) {
            throw DomainException.invalid(
                    "/organisationId", "ofCampaign", "must be the organisation of the campaign, or left out");
        }
        return campaign.with(
                body.panelOptions(campaign.options(), campaign.brief().maxCreators()),
                body.wantsPanel(),
                body.signalWeights());
    }

    private UUID organisation(UUID asked) {
        Caller caller = currentCaller.caller();
        if (asked == null && caller.organisationId() == null) {
            throw new DomainException(CommonProblem.FORBIDDEN, "The token names no organisation to match for.");
        }
        UUID organisation = asked == null ? caller.organisationId() : asked;
        if (!caller.organisations().contains(organisation)) {
            throw DomainException.invalid(
                    "/organisationId", "ofCaller", "must be an organisation that you may match for, or left out");
        }
        return organisation;
    }
}
