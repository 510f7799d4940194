package org.affinity.profile.privacy.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.security.Roles;
import org.affinity.profile.privacy.Contests;
import org.affinity.profile.privacy.store.ContestEntity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The rights to rectification and restriction (GDPR, articles 16 and 18). */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators/{creatorId}/contests")
@RunOnVirtualThread
@RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
@Tag(name = "Privacy", description = "What creators and auditors ask about personal data.")
class ContestResource {

    private static final String CREATOR = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01";
    private static final String CONTEST = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b51";

    private final Contests contests;
    private final Cursors cursors;

    ContestResource(Contests contests, Cursors cursors) {
        this.contests = contests;
        this.cursors = cursors;
    }

    @POST
    @RolesAllowed(Roles.CREATOR)
    @Operation(
            operationId = "contestDatum",
            summary = "Contest a datum",
            description = "A creator says that a datum about them is wrong. Until an operator has decided, the profile"
                    + " lists the field as contested for everybody who reads it.")
    @APIResponseSchema(
            value = ContestView.class,
            responseCode = "201",
            responseDescription = "The contest; Location and ETag are set.")
    public RestResponse<ContestView> open(
            @Parameter(description = "Id of the creator.", example = CREATOR) @RestPath UUID creatorId,
            @NotNull @Valid ContestRequest body) {
        ContestEntity contest = contests.open(creatorId, body.field(), body.claim(), body.evidence());
        return RestResponse.ResponseBuilder.<ContestView>created(
                        URI.create("/v1/creators/" + creatorId + "/contests/" + contest.id))
                .entity(ContestView.of(contest))
                .build();
    }

    @GET
    @Operation(
            operationId = "listContests",
            summary = "List contested data",
            description = "What a creator contests and what was decided, the newest first.")
    @APIResponse(responseCode = "200", description = "A page of contests.")
    public Page<ContestView> list(
            @Parameter(description = "Id of the creator.", example = CREATOR) @RestPath UUID creatorId,
            @BeanParam Page.Request part) {
        Optional<UUID> before = cursors.decode(part.cursor()).map(UUID::fromString);
        return Page.of(
                        contests.list(creatorId, before, part.limit() + 1),
                        part.limit(),
                        contest -> contest.id.toString(),
                        cursors)
                .map(ContestView::of);
    }

    @GET
    @Path("/{contestId}")
    @Operation(
            operationId = "getContest",
            summary = "Read a contest",
            description = "One contested datum and what was decided.")
    @APIResponse(responseCode = "200", description = "The contest; ETag is set.")
    public ContestView get(
            @Parameter(description = "Id of the creator.", example = CREATOR) @RestPath UUID creatorId,
            @Parameter(description = "Id of the contest.", example = CONTEST) @RestPath UUID contestId) {
        return ContestView.of(contests.find(creatorId, contestId));
    }

    @POST
    @Path("/{contestId}/resolution")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "resolveContest",
            summary = "Decide on a contest",
            description = "An operator decides, with a reason for the creator, after having corrected the datum if it"
                    + " was wrong. The field is no longer listed as contested.")
    @APIResponseSchema(
            value = ContestView.class,
            responseCode = "200",
            responseDescription = "The contest as decided; ETag is set.")
    public RestResponse<ContestView> resolve(
            @Parameter(description = "Id of the creator.", example = CREATOR) @RestPath UUID creatorId,
            @Parameter(description = "Id of the contest.", example = CONTEST) @RestPath UUID contestId,
            @NotNull @Valid ContestResolution body) {
        return RestResponse.ok(ContestView.of(
                contests.resolve(creatorId, contestId, body.outcome().equals("CORRECTED"), body.reason())));
    }
}
