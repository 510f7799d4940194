package org.affinity.profile.privacy.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.profile.privacy.ErasureRequests;
import org.affinity.profile.privacy.ErasureRequests.Erasure;
import org.affinity.profile.privacy.store.ErasureReceiptEntity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an erasure is. */
@Schema(name = "Erasure", description = "How far the erasure of a creator's data is, with a receipt of each service.")
record ErasureView(
        @Schema(description = "Id of the erasure.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b31")
        UUID erasureId,

        @Schema(description = "Rises with each receipt; the ETag.", examples = "5")
        long version,

        @Schema(description = "Whose data is erased.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        UUID creatorId,

        @Schema(description = "REQUESTED, IN_PROGRESS or COMPLETED. More values may come.", examples = "COMPLETED")
        String state,

        @Schema(description = "CREATOR or OPERATOR.", examples = "CREATOR")
        String requestedBy,

        @Schema(description = "When it was asked for.", examples = "2026-03-01T09:00:00Z")
        Instant requestedAt,

        @Schema(
                description = "By when it has to be done: one month later, GDPR article 12(3).",
                examples = "2026-04-01T09:00:00Z")
        Instant dueAt,

        @Schema(description = "Whether that time is over and receipts are missing.", examples = "false")
        boolean overdue,

        @Schema(
                description = "When the last receipt came, or null.",
                nullable = true,
                examples = "2026-03-01T09:00:04Z")
        Instant completedAt,

        @Schema(description = "What the services say they erased and kept.")
        List<ReceiptView> receipts,

        @Schema(description = "Services whose receipt has yet to come.", examples = "[]")
        List<String> missing,

        @Schema(
                description = "Organisations that had received the creator's data; they are told when every service has"
                        + " erased (GDPR article 19).")
        List<RecipientView> recipients)
        implements Versioned {

    private static final ObjectMapper JSON = new ObjectMapper();

    static ErasureView of(Erasure erasure, boolean overdue) {
        var request = erasure.request();
        List<ReceiptView> receipts =
                erasure.receipts().stream().map(ReceiptView::of).toList();
        return new ErasureView(
                request.id,
                request.version,
                request.creatorId,
                request.state,
                request.requestedBy,
                request.requestedAt,
                request.dueAt,
                overdue,
                request.completedAt,
                receipts,
                ErasureRequests.SERVICES.stream()
                        .filter(service -> receipts.stream()
                                .noneMatch(receipt -> receipt.service().equals(service)))
                        .sorted()
                        .toList(),
                erasure.recipients().stream()
                        .map(recipient -> new RecipientView(recipient.organisationId(), recipient.toldAt()))
                        .toList());
    }

    /** An organisation that had received the data. */
    @Schema(name = "ErasureRecipient", description = "An organisation that had received the creator's data.")
    record RecipientView(
            @Schema(description = "The organisation.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11")
            UUID organisationId,

            @Schema(
                    description = "When it was told of the erasure, or null.",
                    nullable = true,
                    examples = "2026-03-01T09:00:04Z")
            Instant toldAt) {}

    /** What one service erased and kept. */
    @Schema(name = "ErasureReceipt", description = "What one service erased and kept, signed by it.")
    record ReceiptView(
            @Schema(description = "The service.", examples = "campaign-service")
            String service,

            @Schema(description = "When it erased.", examples = "2026-03-01T09:00:01Z")
            Instant recordedAt,

            @Schema(description = "What became of each table.")
            List<ErasedTable> erased,

            @Schema(description = "What stays, and on which legal ground.")
            List<KeptData> kept,

            @Schema(
                    description = "This receipt as JWS in compact form (RFC 7515, EdDSA); the keys are at"
                            + " /v1/profile-receipt-keys, and so on for each service.",
                    examples = "eyJhbGciOiJFZERTQSJ9.e30.c2lnbmF0dXJl")
            String signature) {

        static ReceiptView of(ErasureReceiptEntity receipt) {
            JsonNode content = content(receipt);
            List<ErasedTable> erased = new ArrayList<>();
            for (JsonNode table : content.path("erased")) {
                erased.add(new ErasedTable(
                        table.path("table").asText(),
                        table.path("action").asText(),
                        table.path("rows").asLong()));
            }
            List<KeptData> kept = new ArrayList<>();
            for (JsonNode data : content.path("kept")) {
                kept.add(new KeptData(
                        data.path("what").asText(), data.path("ground").asText()));
            }
            return new ReceiptView(receipt.key.service(), receipt.recordedAt, erased, kept, receipt.signature);
        }

        private static JsonNode content(ErasureReceiptEntity receipt) {
            try {
                return JSON.readTree(receipt.content);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A receipt could not be read", e);
            }
        }
    }

    /** What became of one table. */
    @Schema(description = "What became of one table.")
    record ErasedTable(
            @Schema(description = "Name of the table.", examples = "collaboration")
            String table,

            @Schema(
                    description = "DELETED, or ANONYMISED: kept without anything that leads to the person.",
                    examples = "ANONYMISED")
            String action,

            @Schema(description = "Rows that were concerned.", examples = "3")
            long rows) {}

    /** What stays. */
    @Schema(description = "What stays of an erased creator.")
    record KeptData(
            @Schema(description = "What stays.", examples = "Figures of posts without creator and address")
            String what,

            @Schema(description = "The legal ground.", examples = "GDPR article 17(3)(e)")
            String ground) {}
}
