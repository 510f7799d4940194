package org.affinity.profile.account.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.problem.FieldError;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.profile.account.AccountService;
import org.affinity.profile.account.AccountService.Told;
import org.affinity.profile.account.PartnerWrites;
import org.affinity.profile.creator.AccountHistory;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Observations of many accounts at once. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/account-snapshots")
@RunOnVirtualThread
@Tag(name = "Accounts", description = "Accounts of creators and their history.")
class SnapshotBatchResource {

    private final AccountService accounts;
    private final PartnerWrites partnerWrites;
    private final CurrentCaller currentCaller;
    private final Clock clock;

    SnapshotBatchResource(
            AccountService accounts, PartnerWrites partnerWrites, CurrentCaller currentCaller, Clock clock) {
        this.accounts = accounts;
        this.partnerWrites = partnerWrites;
        this.currentCaller = currentCaller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Roles.CREATOR, Roles.PARTNER, Roles.OPERATOR})
    @Operation(
            operationId = "recordSnapshots",
            summary = "Record observations of many accounts",
            description =
                    "Up to 1,000 observations, in any order; each has its own outcome, in the order of the request."
                            + " Each creator changes once, with one event.")
    @APIResponseSchema(
            value = BatchView.class,
            responseCode = "200",
            responseDescription = "What became of each observation.")
    public RestResponse<BatchView> record(@NotNull @Valid BatchRequest body) {
        var check = new SnapshotCheck(currentCaller.caller(), clock.instant());
        var outcomes = new ArrayList<OutcomeView>();
        var told = new ArrayList<Told>();
        for (int i = 0; i < body.items().size(); i++) {
            ItemRequest item = body.items().get(i);
            Optional<FieldError> error = check.errorIn(item.snapshot(), "/items/" + i + "/snapshot");
            outcomes.add(error.map(found -> OutcomeView.rejected(item.accountId(), found))
                    .orElse(null));
            told.add(error.isPresent() ? null : new Told(item.accountId(), check.statement(item.snapshot())));
        }
        List<Optional<AccountHistory.Added>> added = partnerWrites.run(() -> accounts.recordAll(told));
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) == null) {
                outcomes.set(i, OutcomeView.of(told.get(i).accountId(), i, added.get(i)));
            }
        }
        return RestResponse.ok(new BatchView(outcomes));
    }

    /** A batch as sent. */
    @Schema(name = "SnapshotBatchRequest", description = "Observations of many accounts.")
    record BatchRequest(
            @Schema(description = "The observations.") @NotNull @Size(min = 1, max = 1_000)
            List<@NotNull @Valid ItemRequest> items) {}

    /** An observation of a batch as sent. */
    @Schema(name = "SnapshotBatchItem", description = "An observation of one account.")
    record ItemRequest(
            @Schema(description = "Id of the account.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b02") @NotNull
            UUID accountId,

            @Schema(description = "What was seen.") @NotNull @Valid
            SnapshotRequest snapshot) {}

    /** The outcome of a batch as the API shows it. */
    @Schema(name = "SnapshotBatch", description = "What became of a batch of observations.")
    record BatchView(
            @Schema(description = "One outcome for each observation, in the order of the request.")
            List<OutcomeView> items) {}

    /** The outcome of one observation as the API shows it. */
    @Schema(name = "SnapshotOutcome", description = "What became of an observation.")
    record OutcomeView(
            @Schema(description = "Id of the account.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b02")
            UUID accountId,

            @Schema(description = "RECORDED, KNOWN or REJECTED. More may come.", examples = "RECORDED")
            String outcome,

            @Schema(description = "The snapshot; null when rejected.", nullable = true)
            UUID snapshotId,

            @Schema(description = "Place of the broken rule; null when there is none.", nullable = true)
            String pointer,

            @Schema(description = "The broken rule; null when there is none.", nullable = true, examples = "past")
            String rule,

            @Schema(description = "What is wrong; null when nothing is.", nullable = true)
            String detail) {

        static OutcomeView rejected(UUID accountId, FieldError error) {
            return new OutcomeView(accountId, "REJECTED", null, error.pointer(), error.rule(), error.detail());
        }

        static OutcomeView of(UUID accountId, int index, Optional<AccountHistory.Added> added) {
            return added.map(result -> new OutcomeView(
                            accountId,
                            result.isNew() ? "RECORDED" : "KNOWN",
                            result.entry().id(),
                            null,
                            null,
                            null))
                    .orElseGet(
                            () -> rejected(
                                    accountId,
                                    FieldError.at(
                                            "/items/" + index + "/accountId",
                                            "known",
                                            "must be an account that you may write to, on a platform that tells these figures")));
        }
    }
}
