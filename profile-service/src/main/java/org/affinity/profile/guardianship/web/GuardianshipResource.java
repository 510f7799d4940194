package org.affinity.profile.guardianship.web;

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
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Precondition;
import org.affinity.kit.security.Roles;
import org.affinity.profile.creator.web.CreatorPath;
import org.affinity.profile.guardianship.GuardianshipService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What protects creators who may be minors. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators/{creatorId}/guardianship")
@RunOnVirtualThread
@Tag(name = "Minors", description = "What the age of creators allows, and the papers of minors.")
class GuardianshipResource {

    private final GuardianshipService guardianships;
    private final Precondition precondition;
    private final Clock clock;

    GuardianshipResource(GuardianshipService guardianships, Precondition precondition, Clock clock) {
        this.guardianships = guardianships;
        this.precondition = precondition;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getGuardianship",
            summary = "Read what a creator's age allows",
            description =
                    "A year of birth leaves a range of ages, of which the youngest counts. Under 16, matching needs the"
                            + " guardian's consent and an administrative authorisation; at 16 and 17 the guardian's consent.")
    @APIResponse(responseCode = "200", description = "The guardianship; ETag is set.")
    public GuardianshipView get(@BeanParam CreatorPath path) {
        return GuardianshipView.of(guardianships.read(path.creatorId()));
    }

    @PUT
    @Path("/guardian")
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "putGuardian",
            summary = "Name a guardian",
            description =
                    "Puts a guardian in place of the present one. Another guardian, or another address, takes consent"
                            + " and authorisation back: they have to be given anew.")
    @APIResponse(responseCode = "200", description = "The guardianship as stored; ETag is set.")
    public RestResponse<GuardianshipView> putGuardian(
            @BeanParam CreatorPath path, @NotNull @Valid GuardianRequest body) {
        return RestResponse.ok(GuardianshipView.of(
                guardianships.nameGuardian(path.creatorId(), precondition::requireVersion, body.guardian())));
    }

    @DELETE
    @Path("/guardian")
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "deleteGuardian",
            summary = "Forget the guardian",
            description =
                    "Deletes the guardian together with consent and authorisation, as when the creator has come of age.")
    @APIResponse(responseCode = "200", description = "The guardianship as stored; ETag is set.")
    public RestResponse<GuardianshipView> deleteGuardian(@BeanParam CreatorPath path) {
        return RestResponse.ok(
                GuardianshipView.of(guardianships.nameGuardian(path.creatorId(), precondition::requireVersion, null)));
    }

    @PUT
    @Path("/evidence")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "putAgeEvidence",
            summary = "State what was seen",
            description =
                    "Puts consent, authorisation and proof of age in place of the present ones. For operators, who have"
                            + " seen the papers; a minor does not vouch for themself.")
    @APIResponse(responseCode = "200", description = "The guardianship as stored; ETag is set.")
    public RestResponse<GuardianshipView> putEvidence(
            @BeanParam CreatorPath path, @NotNull @Valid EvidenceRequest body) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return RestResponse.ok(GuardianshipView.of(guardianships.stateEvidence(
                path.creatorId(), precondition::requireVersion, body.evidence(today), body.papers())));
    }
}
