package org.affinity.profile.consent.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Precondition;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.profile.consent.ConsentService;
import org.affinity.profile.creator.web.CreatorPath;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Consents of creators. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators/{creatorId}/consents")
@RunOnVirtualThread
@Tag(name = "Consents", description = "On what basis creators' data is held, and whom to tell of it.")
class ConsentResource {

    private final ConsentService consents;
    private final CurrentCaller currentCaller;
    private final Precondition precondition;
    private final Clock clock;

    ConsentResource(ConsentService consents, CurrentCaller currentCaller, Precondition precondition, Clock clock) {
        this.consents = consents;
        this.currentCaller = currentCaller;
        this.precondition = precondition;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getConsents",
            summary = "Read a creator's consents",
            description =
                    "Where a creator's data came from and on what basis it is held, withdrawn consents included, and"
                            + " through which channels the creator may be contacted.")
    @APIResponse(responseCode = "200", description = "The consents; ETag is set.")
    public ConsentsView get(@BeanParam CreatorPath path) {
        return ConsentsView.of(consents.read(path.creatorId()));
    }

    @PUT
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "putConsents",
            summary = "State a creator's consents",
            description = "Puts the consents that the creator gives in place of the present ones: what was consented to"
                    + " before and is left out is withdrawn. Other bases, such as those of imported lists, stay until they"
                    + " are withdrawn by their id. Operators may also record sources that others gave.")
    @APIResponse(responseCode = "200", description = "The consents as stored; ETag is set.")
    public RestResponse<ConsentsView> put(@BeanParam CreatorPath path, @NotNull @Valid ConsentsRequest body) {
        var check = new ConsentCheck(currentCaller.caller().is(Roles.OPERATOR), clock.instant());
        return RestResponse.ok(ConsentsView.of(
                consents.replace(path.creatorId(), precondition::requireVersion, check.statementsOf(body))));
    }

    @DELETE
    @Path("/{consentId}")
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "withdrawConsent",
            summary = "Withdraw a consent",
            description =
                    "Withdraws a consent, or objects to a use that rests on legitimate interests; it stays listed with"
                            + " the time. A list that is imported again does not bring it back. What the creator's own contract"
                            + " needs cannot be withdrawn: 409.")
    @APIResponse(responseCode = "200", description = "The consents as stored; ETag is set.")
    public RestResponse<ConsentsView> withdraw(
            @BeanParam CreatorPath path,
            @Parameter(description = "Id of the consent.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b31") @RestPath
                    UUID consentId) {
        return RestResponse.ok(
                ConsentsView.of(consents.withdraw(path.creatorId(), consentId, precondition::requireVersion)));
    }
}
