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
import java.time.Instant;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.profile.creator.PlatformCatalogue;
import org.affinity.profile.privacy.OptOutReleases;
import org.affinity.profile.privacy.store.OptOutReleaseEntity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The way back for people who had their data erased. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/opt-out-releases")
@RunOnVirtualThread
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Privacy", description = "What creators and auditors ask about personal data.")
class OptOutReleaseResource {

    private final OptOutReleases releases;
    private final PlatformCatalogue platforms;
    private final CurrentCaller currentCaller;
    private final Cursors cursors;

    OptOutReleaseResource(
            OptOutReleases releases, PlatformCatalogue platforms, CurrentCaller currentCaller, Cursors cursors) {
        this.releases = releases;
        this.platforms = platforms;
        this.currentCaller = currentCaller;
        this.cursors = cursors;
    }

    @POST
    @Operation(
            operationId = "releaseOptOut",
            summary = "Let a person come back",
            description = "Takes accounts off the opt-out list, for a person who asked for it and whose identity was"
                    + " checked; 409 when none is on it. The person then signs up under a new id: the erased one stays"
                    + " erased. The release is kept, with the digests and the reference to the proof.")
    @APIResponseSchema(value = ReleaseView.class, responseCode = "201", responseDescription = "The release as kept.")
    public RestResponse<ReleaseView> release(@NotNull @Valid OptOutReleaseRequest body) {
        OptOutReleaseEntity release = releases.release(
                body.accountKeys(platforms.known()),
                body.partnerIds(),
                body.reference().strip(),
                currentCaller.caller().subject());
        return RestResponse.status(RestResponse.Status.CREATED, ReleaseView.of(release));
    }

    @GET
    @Operation(
            operationId = "listOptOutReleases",
            summary = "List who came back",
            description = "Releases from the opt-out list, the newest first; they name nobody.")
    @APIResponse(responseCode = "200", description = "A page of releases.")
    public Page<ReleaseView> list(@BeanParam Page.Request part) {
        UUID before = cursors.decode(part.cursor()).map(UUID::fromString).orElse(null);
        return Page.of(releases.list(before, part.limit() + 1), part.limit(), release -> release.id.toString(), cursors)
                .map(ReleaseView::of);
    }

    /** A release as the API shows it. */
    @Schema(name = "OptOutRelease", description = "A way back for somebody who was on the opt-out list.")
    record ReleaseView(
            @Schema(description = "Id of the release.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b71")
            UUID releaseId,

            @Schema(description = "The operator, by the subject of their token.", examples = "operator-7")
            String releasedBy,

            @Schema(description = "When.", examples = "2026-03-02T09:00:00Z")
            Instant releasedAt,

            @Schema(description = "Where the proof is kept.", examples = "ticket 4711")
            String reference,

            @Schema(description = "How many entries left the list.", examples = "2")
            int entries) {

        static ReleaseView of(OptOutReleaseEntity release) {
            return new ReleaseView(
                    release.id, release.releasedBy, release.releasedAt, release.reference, release.digests.size());
        }
    }
}
