package org.affinity.profile.consent.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;
import org.affinity.kit.security.Roles;
import org.affinity.profile.consent.NoticeService;
import org.affinity.profile.consent.domain.NoticeState;
import org.affinity.profile.creator.web.CreatorPath;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Creators who have to be told that somebody else gave their data. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/notice-tasks")
@RunOnVirtualThread
@Tag(name = "Consents", description = "On what basis creators' data is held, and whom to tell of it.")
class NoticeTaskResource {

    private static final String SEPARATOR = " ";

    private final NoticeService notices;
    private final Cursors cursors;

    NoticeTaskResource(NoticeService notices, Cursors cursors) {
        this.notices = notices;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
    @Operation(
            operationId = "listNoticeTasks",
            summary = "List whom to tell",
            description =
                    "Creators whose data somebody else gave and who must be told within one month (GDPR art. 14), the"
                            + " first due first; a partner sees those of its own lists. Creators who sign up themselves need no"
                            + " notice any more.")
    @APIResponse(responseCode = "200", description = "A page of tasks.")
    public Page<NoticeTaskView> list(
            @Parameter(description = "Only tasks whose last day is before this one.", example = "2026-02-01")
                    @QueryParam("dueBefore")
                    @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}")
                    String dueBefore,
            @Parameter(description = "Only tasks in this state.") @QueryParam("state") NoticeState state,
            @BeanParam Page.Request part) {
        LocalDate before = date(dueBefore);
        String[] after = cursors.decode(part.cursor(), before, state)
                .map(key -> key.split(SEPARATOR, 2))
                .orElse(null);
        return Page.of(
                        notices.list(
                                before,
                                state,
                                after == null ? null : LocalDate.parse(after[0]),
                                after == null ? null : UUID.fromString(after[1]),
                                part.limit() + 1),
                        part.limit(),
                        task -> task.dueOn() + SEPARATOR + task.creatorId(),
                        cursors,
                        before,
                        state)
                .map(NoticeTaskView::of);
    }

    @POST
    @Path("/{creatorId}/sending")
    @RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
    @Operation(
            operationId = "markNoticeSent",
            summary = "Note that a creator was told",
            description = "Closes the task with the channel and the day; 409 when it is closed already.")
    @APIResponse(responseCode = "200", description = "The task as stored.")
    public RestResponse<NoticeTaskView> markSent(
            @BeanParam CreatorPath path, @NotNull @Valid NoticeSendingRequest body) {
        return RestResponse.ok(NoticeTaskView.of(notices.markSent(path.creatorId(), body.channel(), body.sentOn())));
    }

    private static LocalDate date(String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            String fix = "must be a date such as 2026-02-01";
            throw new DomainException(
                    CommonProblem.INVALID_PARAMETER,
                    "dueBefore " + fix,
                    List.of(FieldError.ofParameter("dueBefore", "date", fix)));
        }
    }
}
