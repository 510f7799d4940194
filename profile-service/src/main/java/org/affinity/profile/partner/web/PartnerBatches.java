package org.affinity.profile.partner.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;
import org.affinity.kit.problem.Problem;
import org.affinity.profile.ProfileProblem;
import org.affinity.profile.creator.domain.Platforms;
import org.affinity.profile.partner.PartnerCreatorState;
import org.affinity.profile.partner.PartnerCreators;
import org.affinity.profile.partner.PartnerRecord;
import org.affinity.profile.partner.domain.RecordOutcome;
import org.affinity.profile.partner.web.PartnerCreatorBatch.Reply;
import org.affinity.profile.partner.web.PartnerCreatorBatch.Result;

/** Puts the records of a batch and says of each what became of it. */
@ApplicationScoped
class PartnerBatches {

    static final String TAKEN = "An account, by platform and handle, belongs to another creator than the one under this"
            + " external id, or the accounts belong to several creators.";

    static final String LEFT =
            "One of the accounts, or the external id, belonged to somebody who had their data erased; leave it out.";

    private final PartnerCreators partnerCreators;
    private final RecordReader reader;

    PartnerBatches(PartnerCreators partnerCreators, RecordReader reader) {
        this.partnerCreators = partnerCreators;
        this.reader = reader;
    }

    Reply put(UUID organisationId, List<JsonNode> items) {
        var results = new Result[items.size()];
        var indexes = new ArrayList<Integer>();
        var records = new ArrayList<PartnerRecord>();
        Platforms platforms = reader.platforms();
        Set<String> externalIds = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            try {
                String at = "/items/" + i;
                PartnerRecord record = reader.recordOf(items.get(i), at, platforms);
                if (!externalIds.add(record.externalId())) {
                    throw DomainException.invalid(at + "/externalId", "unique", "is that of a record before it");
                }
                indexes.add(i);
                records.add(record);
            } catch (DomainException refused) {
                results[i] = refused(i, items.get(i), refused);
            }
        }
        List<PartnerCreators.Result> done =
                records.isEmpty() ? List.of() : partnerCreators.putAll(organisationId, records);
        for (int i = 0; i < done.size(); i++) {
            int index = indexes.get(i);
            results[index] = done(index, records.get(i), done.get(i));
        }
        return new Reply(List.of(results));
    }

    private static Result done(int index, PartnerRecord record, PartnerCreators.Result result) {
        PartnerCreatorState state = result.state();
        return switch (result.outcome()) {
            case ACCOUNT_TAKEN ->
                failed(
                        index,
                        record.externalId(),
                        Problem.of(ProfileProblem.ACCOUNT_TAKEN, TAKEN, "/items/" + index, null, List.of()));
            case OPTED_OUT ->
                failed(
                        index,
                        record.externalId(),
                        Problem.of(ProfileProblem.OPTED_OUT, LEFT, "/items/" + index, null, List.of()));
            case CREATED, ATTACHED -> done(index, 201, result.outcome(), state);
            case REPLACED, UNCHANGED -> done(index, 200, result.outcome(), state);
        };
    }

    private static Result done(int index, int status, RecordOutcome outcome, PartnerCreatorState state) {
        return new Result(index, state.externalId(), status, outcome, state.creatorId(), state.version(), null);
    }

    private static Result refused(int index, JsonNode item, DomainException refused) {
        JsonNode externalId = item == null ? null : item.get("externalId");
        List<FieldError> errors = refused.errors();
        return failed(
                index,
                externalId == null || !externalId.isTextual() ? null : externalId.textValue(),
                Problem.of(refused.type(), refused.getMessage(), "/items/" + index, null, errors));
    }

    private static Result failed(int index, String externalId, Problem problem) {
        return new Result(index, externalId, problem.status(), null, null, null, problem);
    }
}
