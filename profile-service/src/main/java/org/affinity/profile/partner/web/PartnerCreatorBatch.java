package org.affinity.profile.partner.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.problem.Problem;
import org.affinity.profile.partner.domain.RecordOutcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Many records at once, as sent; an item that cannot be read concerns itself only. */
@Schema(name = "PartnerCreatorBatchRequest", description = "Up to 1,000 records, each external id once.")
record PartnerCreatorBatch(
        @Schema(description = "The records.", implementation = PartnerCreatorBatch.Item[].class)
        @NotEmpty
        @Size(max = PartnerCreatorBatch.MAX_ITEMS)
        List<JsonNode> items) {

    static final int MAX_ITEMS = 1_000;

    /** Keeps the persons' data out of logs. */
    @Override
    public String toString() {
        return "PartnerCreatorBatch[]";
    }

    /** One of the records as sent. */
    @Schema(name = "PartnerCreatorBatchItem", description = "A record and the partner's id of it.")
    record Item(
            @Schema(
                    description =
                            "The partner's own id: a letter or digit, then up to 199 of these and . _ : ~ @ + = -",
                    examples = "crm-4711")
            @NotNull
            @jakarta.validation.constraints.Pattern(regexp = PartnerCreatorResource.EXTERNAL_ID)
            String externalId,

            @Schema(description = "What the partner says of the creator.") @NotNull @jakarta.validation.Valid
            PartnerCreatorRequest creator) {

        /** Keeps the person's data out of logs. */
        @Override
        public String toString() {
            return "Item[" + externalId + "]";
        }
    }

    /** What became of the records, in the order in which they were sent. */
    @Schema(name = "PartnerCreatorBatch", description = "What became of each record, in the order sent.")
    record Reply(
            @Schema(description = "One result for each record.")
            List<Result> results) {}

    /** What became of one record. */
    @Schema(name = "PartnerCreatorBatchResult", description = "What became of one record.")
    record Result(
            @Schema(description = "Place of the record in the request, from 0.", examples = "0")
            int index,

            @Schema(description = "The partner's id, when it could be read.", nullable = true, examples = "crm-4711")
            String externalId,

            @Schema(
                    description = "The status that a request with this record alone would have: 201 for a new record,"
                            + " 200 for one that was there, else that of the problem.",
                    examples = "201")
            int status,

            @Schema(description = "What was done; null with a problem.", nullable = true, examples = "CREATED")
            RecordOutcome outcome,

            @Schema(description = "The creator; null with a problem.", nullable = true)
            UUID creatorId,

            @Schema(description = "Version of the record; null with a problem.", nullable = true, examples = "1")
            Long version,

            @Schema(description = "Why nothing was done, as RFC 9457 describes it; null on success.", nullable = true)
            Problem problem) {}
}
