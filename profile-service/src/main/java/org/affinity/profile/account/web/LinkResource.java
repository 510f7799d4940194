package org.affinity.profile.account.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Precondition;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.security.Roles;
import org.affinity.profile.account.LinkService;
import org.affinity.profile.account.store.LinkEntity;
import org.affinity.profile.creator.web.CreatorPath;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Creators who turned out to be one person. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators/{creatorId}/links")
@RunOnVirtualThread
@Tag(name = "Links", description = "One person under several handles.")
class LinkResource {

    private final LinkService links;
    private final Precondition precondition;

    LinkResource(LinkService links, Precondition precondition) {
        this.links = links;
        this.precondition = precondition;
    }

    @GET
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "listLinks",
            summary = "List a creator's links",
            description = "Links in which the creator is either side, undone ones too, newest first.")
    @APIResponse(responseCode = "200", description = "All links.")
    public LinkList list(@BeanParam CreatorPath path) {
        return new LinkList(
                links.of(path.creatorId()).stream().map(LinkView::of).toList());
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "linkCreator",
            summary = "Link another creator to this one",
            description = "The accounts of the other creator with their whole history go over to this one. The other"
                    + " creator keeps their profile, becomes WITHDRAWN with linkedTo set, and is proposed to nobody. If-Match"
                    + " may be sent with the version of this creator.")
    @APIResponseSchema(value = LinkView.class, responseCode = "201", responseDescription = "The link.")
    public RestResponse<LinkView> link(@BeanParam CreatorPath path, @NotNull @Valid LinkRequest body) {
        if (path.creatorId().equals(body.creatorId())) {
            throw DomainException.invalid("/creatorId", "distinct", "must be another creator");
        }
        LinkEntity link =
                links.link(path.creatorId(), body.creatorId(), body.reason().strip(), precondition::requireVersion);
        return RestResponse.status(RestResponse.Status.CREATED, LinkView.of(link));
    }

    @DELETE
    @Path("/{absorbedId}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "unlinkCreator",
            summary = "Undo a link",
            description =
                    "The accounts that came with the other creator go back with their history, also with what came"
                            + " since; the other creator is again what they were. If-Match is the ETag of this creator.")
    @APIResponse(responseCode = "204", description = "The link is undone.")
    public RestResponse<Void> unlink(
            @BeanParam CreatorPath path,
            @Parameter(description = "Id of the linked creator.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b09")
                    @RestPath
                    UUID absorbedId) {
        links.unlink(path.creatorId(), absorbedId, precondition::requireVersion);
        return RestResponse.noContent();
    }

    /** A link as sent. */
    @Schema(name = "LinkRequest", description = "A creator who is the same person.")
    record LinkRequest(
            @Schema(
                    description = "Id of the creator whose accounts go over.",
                    examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b09")
            @NotNull
            UUID creatorId,

            @Schema(description = "Why they are one person.", examples = "same person, told by e-mail")
            @NotBlank
            @Size(max = 500)
            String reason) {}

    /** Links as the API shows them. */
    @Schema(name = "LinkList", description = "All links of a creator.")
    record LinkList(
            @Schema(description = "The links, newest first.")
            List<LinkView> items) {}

    /** A link as the API shows it. */
    @Schema(name = "CreatorLink", description = "That one creator turned out to be another.")
    record LinkView(
            @Schema(description = "Id of the link.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b40")
            UUID linkId,

            @Schema(description = "Who holds the accounts.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
            UUID creatorId,

            @Schema(description = "Who turned out to be the same.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b09")
            UUID absorbedId,

            @Schema(description = "Why they are one person.", examples = "same person, told by e-mail")
            String reason,

            @Schema(description = "When they were linked.", examples = "2026-01-15T08:00:00Z")
            Instant linkedAt,

            @Schema(description = "When the link was undone; null while it holds.", nullable = true)
            Instant unlinkedAt) {

        static LinkView of(LinkEntity link) {
            return new LinkView(link.id, link.creatorId, link.absorbedId, link.reason, link.linkedAt, link.unlinkedAt);
        }
    }
}
