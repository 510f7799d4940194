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
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Precondition;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.profile.account.PartnerWrites;
import org.affinity.profile.audience.AudienceService;
import org.affinity.profile.audience.domain.AudienceStatement;
import org.affinity.profile.creator.web.CreatorPath;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The audience of an account. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators/{creatorId}/accounts/{accountId}/audience")
@RunOnVirtualThread
@Tag(name = "Audience", description = "Who follows the accounts, and how much of that counts as real.")
class AudienceResource {

    private final AudienceService audiences;
    private final PartnerWrites partnerWrites;
    private final CurrentCaller currentCaller;
    private final Precondition precondition;
    private final Clock clock;

    AudienceResource(
            AudienceService audiences,
            PartnerWrites partnerWrites,
            CurrentCaller currentCaller,
            Precondition precondition,
            Clock clock) {
        this.audiences = audiences;
        this.partnerWrites = partnerWrites;
        this.currentCaller = currentCaller;
        this.precondition = precondition;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getAudience",
            summary = "Read the audience of an account",
            description =
                    "Distributions with source, date and sample size, and the estimate of how much of the audience"
                            + " counts as real with every signal, its weight and its rule.")
    @APIResponse(responseCode = "200", description = "The audience; ETag is that of the creator.")
    public AudienceView get(
            @BeanParam CreatorPath path,
            @Parameter(description = "Id of the account.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b02") @RestPath
                    UUID accountId) {
        return AudienceView.of(audiences.find(path.creatorId(), accountId));
    }

    @PUT
    @RolesAllowed({Roles.CREATOR, Roles.PARTNER, Roles.OPERATOR})
    @Operation(
            operationId = "stateAudience",
            summary = "State the audience of an account",
            description = "Puts what one source says in place of what the same source said before; what it said of a"
                    + " later moment stays. Other sources are not touched.")
    @APIResponse(responseCode = "200", description = "The audience as it is now; ETag is that of the creator.")
    public RestResponse<AudienceView> state(
            @BeanParam CreatorPath path,
            @Parameter(description = "Id of the account.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b02") @RestPath
                    UUID accountId,
            @NotNull @Valid AudienceRequest body) {
        AudienceStatement statement = new AudienceCheck(
                        currentCaller.caller(), clock.instant().truncatedTo(ChronoUnit.MICROS))
                .statement(body);
        return RestResponse.ok(AudienceView.of(partnerWrites.run(
                () -> audiences.state(path.creatorId(), accountId, statement, precondition::requireVersion))));
    }
}
