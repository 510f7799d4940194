package org.affinity.profile.consent.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.security.Roles;
import org.affinity.profile.consent.NoticeService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Notices sent to whole lists. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/notice-sendings")
@RunOnVirtualThread
@Tag(name = "Consents", description = "On what basis creators' data is held, and whom to tell of it.")
class NoticeSendingResource {

    private final NoticeService notices;

    NoticeSendingResource(NoticeService notices) {
        this.notices = notices;
    }

    @POST
    @RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
    @Operation(
            operationId = "markSourceNotified",
            summary = "Note that everybody on a list was told",
            description =
                    "Closes the open tasks of a source, received on that day or before, in one step; a partner closes"
                            + " those of its own lists.")
    @APIResponse(responseCode = "200", description = "How many tasks were closed.")
    public RestResponse<SourceSendingView> create(@NotNull @Valid SourceSendingRequest body) {
        return RestResponse.ok(
                new SourceSendingView(notices.markSent(body.sourceName().strip(), body.channel(), body.sentOn())));
    }
}
