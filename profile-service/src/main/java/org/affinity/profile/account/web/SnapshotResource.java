package org.affinity.profile.account.web;

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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.profile.account.AccountService;
import org.affinity.profile.account.PartnerWrites;
import org.affinity.profile.creator.AccountHistory;
import org.affinity.profile.creator.domain.Snapshot;
import org.affinity.profile.creator.domain.Statement;
import org.affinity.profile.creator.web.CreatorPath;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The history of an account. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators/{creatorId}/accounts/{accountId}/snapshots")
@RunOnVirtualThread
@Tag(name = "Accounts", description = "Accounts of creators and their history.")
class SnapshotResource {

    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";

    private final AccountService accounts;
    private final PartnerWrites partnerWrites;
    private final CurrentCaller currentCaller;
    private final Cursors cursors;
    private final Clock clock;

    SnapshotResource(
            AccountService accounts,
            PartnerWrites partnerWrites,
            CurrentCaller currentCaller,
            Cursors cursors,
            Clock clock) {
        this.accounts = accounts;
        this.partnerWrites = partnerWrites;
        this.currentCaller = currentCaller;
        this.cursors = cursors;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "listSnapshots",
            summary = "List an account's history",
            description =
                    "Snapshots from the newest observation to the oldest, whatever the order in which they arrived."
                            + " Corrections stand beside what they correct.")
    @APIResponse(responseCode = "200", description = "A page of snapshots.")
    public Page<SnapshotView> list(
            @BeanParam CreatorPath path,
            @Parameter(description = "Id of the account.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b02") @RestPath
                    UUID accountId,
            @Parameter(description = "First day (UTC) of observation.", example = "2025-01-01")
                    @QueryParam("from")
                    @Pattern(regexp = DATE)
                    String from,
            @Parameter(description = "Last day (UTC) of observation.", example = "2025-12-31")
                    @QueryParam("to")
                    @Pattern(regexp = DATE)
                    String to,
            @BeanParam Page.Request part) {
        Instant begin = from == null
                ? null
                : day("from", from).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = to == null
                ? null
                : day("to", to).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Optional<String[]> after = cursors.decode(part.cursor(), from, to).map(key -> key.split(",", 2));
        List<Snapshot> rows = accounts.history(
                path.creatorId(),
                accountId,
                begin,
                end,
                after.map(key -> Instant.parse(key[0])).orElse(null),
                after.map(key -> UUID.fromString(key[1])).orElse(null),
                part.limit() + 1);
        return Page.of(rows, part.limit(), entry -> entry.observedAt() + "," + entry.id(), cursors, from, to)
                .map(SnapshotView::of);
    }

    @POST
    @RolesAllowed({Roles.CREATOR, Roles.PARTNER, Roles.OPERATOR})
    @Operation(
            operationId = "recordSnapshot",
            summary = "Record an observation",
            description =
                    "Adds an observation to the history, at the place that its time gives it: a late older one does"
                            + " not replace newer figures, and figures never give way to those of a weaker source. The same"
                            + " figures of the same account, time and source are one snapshot; other figures correct it.")
    @APIResponseSchema(
            value = SnapshotView.class,
            responseCode = "201",
            responseDescription = "The snapshot, or the one that said the same before.")
    public RestResponse<SnapshotView> record(
            @BeanParam CreatorPath path,
            @Parameter(description = "Id of the account.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b02") @RestPath
                    UUID accountId,
            @NotNull @Valid SnapshotRequest body) {
        var check = new SnapshotCheck(currentCaller.caller(), clock.instant());
        check.errorIn(body, "").ifPresent(error -> {
            throw new DomainException(
                    CommonProblem.VALIDATION_FAILED, error.pointer() + " " + error.detail(), List.of(error));
        });
        Statement statement = check.statement(body);
        AccountHistory.Added added = partnerWrites.run(() -> accounts.record(path.creatorId(), accountId, statement));
        return RestResponse.status(RestResponse.Status.CREATED, SnapshotView.of(added.entry()));
    }

    private static LocalDate day(String parameter, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            throw new DomainException(
                    CommonProblem.INVALID_PARAMETER,
                    parameter + " must be a day such as 2025-12-31",
                    List.of(FieldError.ofParameter(parameter, "date", "must be a day such as 2025-12-31")));
        }
    }
}
