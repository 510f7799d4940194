package org.affinity.profile.audience.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.http.Precondition;
import org.affinity.kit.security.Caller;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.profile.account.PartnerWrites;
import org.affinity.profile.audience.OverlapService;
import org.affinity.profile.audience.OverlapService.NewOverlap;
import org.affinity.profile.audience.domain.Overlap;
import org.affinity.profile.creator.domain.MetricSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** How many people follow both of two accounts. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/accounts/{accountId}/overlaps")
@RunOnVirtualThread
@Tag(name = "Audience", description = "Who follows the accounts, and how much of that counts as real.")
class OverlapResource {

    private final OverlapService overlaps;
    private final PartnerWrites partnerWrites;
    private final CurrentCaller currentCaller;
    private final Precondition precondition;
    private final Cursors cursors;
    private final Clock clock;

    OverlapResource(
            OverlapService overlaps,
            PartnerWrites partnerWrites,
            CurrentCaller currentCaller,
            Precondition precondition,
            Cursors cursors,
            Clock clock) {
        this.overlaps = overlaps;
        this.partnerWrites = partnerWrites;
        this.currentCaller = currentCaller;
        this.precondition = precondition;
        this.cursors = cursors;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "listOverlaps",
            summary = "List the overlaps of an account",
            description = "Every account with which the shared followers are known, in the order of its id.")
    @APIResponse(responseCode = "200", description = "A page of overlaps.")
    public Page<OverlapView> list(
            @Parameter(description = "Id of the account.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b02") @RestPath
                    UUID accountId,
            @BeanParam Page.Request part) {
        Optional<UUID> after = cursors.decode(part.cursor()).map(UUID::fromString);
        return Page.of(
                        overlaps.list(accountId, after.orElse(null), part.limit() + 1),
                        part.limit(),
                        overlap -> overlap.otherAccountId().toString(),
                        cursors)
                .map(OverlapView::of);
    }

    @GET
    @Path("/{otherAccountId}")
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getOverlap",
            summary = "Read the overlap of two accounts",
            description = "The same overlap is read from either account, with followers and other followers swapped.")
    @APIResponse(responseCode = "200", description = "The overlap; ETag is set.")
    public OverlapView get(
            @Parameter(description = "Id of the account.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b02") @RestPath
                    UUID accountId,
            @Parameter(description = "Id of the other account.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b12")
                    @RestPath
                    UUID otherAccountId) {
        return OverlapView.of(overlaps.find(accountId, otherAccountId));
    }

    @PUT
    @Path("/{otherAccountId}")
    @RolesAllowed({Roles.PARTNER, Roles.OPERATOR})
    @Operation(
            operationId = "stateOverlap",
            summary = "State the overlap of two accounts",
            description =
                    "Puts an overlap in place of the one known. If-Match is the ETag of that one, or * when it does"
                            + " not matter whether there is one.")
    @APIResponse(responseCode = "200", description = "The overlap as stored; ETag is set.")
    public RestResponse<OverlapView> state(
            @Parameter(description = "Id of the account.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b02") @RestPath
                    UUID accountId,
            @Parameter(description = "Id of the other account.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b12")
                    @RestPath
                    UUID otherAccountId,
            @NotNull @Valid OverlapRequest body) {
        Caller caller = currentCaller.caller();
        var check = new AudienceCheck(caller, clock.instant());
        check.checkTime(body.observedAt());
        MetricSource source = check.source(body.source());
        check.check(!accountId.equals(otherAccountId), "", "distinct", "must be about two accounts");
        check.check(
                body.sharedFollowers() <= Math.min(body.followers(), body.otherFollowers()),
                "/sharedFollowers",
                "maximum",
                "must not be more than the followers of the smaller account");
        check.throwIfBroken();
        var told = new NewOverlap(
                new Overlap(body.followers(), body.otherFollowers(), body.sharedFollowers()),
                body.sampleSize(),
                source,
                body.observedAt().truncatedTo(ChronoUnit.MICROS),
                caller.is(Roles.OPERATOR) ? null : caller.organisationId());
        return RestResponse.ok(OverlapView.of(
                partnerWrites.run(() -> overlaps.put(accountId, otherAccountId, told, precondition::requireVersion))));
    }
}
