package org.affinity.profile.trackrecord.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.affinity.profile.creator.domain.BrandTie;
import org.affinity.profile.creator.domain.FactSource;
import org.affinity.profile.trackrecord.domain.KpiFigure;
import org.affinity.profile.trackrecord.domain.Result;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A piece of work as the API shows it. */
@Schema(name = "Work", description = "A piece of work: measured by the platform, or declared by the creator.")
record WorkView(
        @Schema(description = "MEASURED by the platform, or DECLARED by the creator.", examples = "MEASURED")
        FactSource source,

        @Schema(
                description = "For whom it was; null when unknown, and for organisations when it was measured for"
                        + " another one.",
                nullable = true,
                examples = "Maison Potage")
        String brand,

        @Schema(description = "The collaboration; null as the brand is, and for declared work.", nullable = true)
        UUID collaborationId,

        @Schema(description = "The campaign; null as the brand is, and for declared work.", nullable = true)
        UUID campaignId,

        @Schema(description = "Platform of the content.", nullable = true, examples = "INSTAGRAM")
        String platform,

        @Schema(
                description = "Posts that the networks or a partner have shown; null for declared work.",
                nullable = true,
                examples = "2")
        Integer posts,

        @Schema(description = "First day that was measured.", nullable = true, examples = "2026-01-01")
        LocalDate from,

        @Schema(description = "Day of the result, or of the declared work.", nullable = true, examples = "2026-03-01")
        LocalDate on,

        @Schema(
                description = "When the result was recorded; null for declared work.",
                nullable = true,
                examples = "2026-03-01T09:00:02Z")
        Instant recordedAt,

        @Schema(description = "Measured figures; empty for declared work.")
        List<KpiFigure> figures,

        @Schema(description = "What was made, in the creator's words.", nullable = true, examples = "Three reels")
        String what,

        @Schema(description = "What came of it, in the creator's words.", nullable = true, examples = "Sold out")
        String result,

        @Schema(
                description = "Where declared work can be seen.",
                nullable = true,
                examples = "https://example.com/soups")
        String proofUrl) {

    WorkView {
        figures = List.copyOf(figures);
    }

    static WorkView of(Result result) {
        return new WorkView(
                FactSource.MEASURED,
                result.brand(),
                result.collaborationId(),
                result.campaignId(),
                result.platform(),
                result.posts(),
                result.windowFrom(),
                LocalDate.ofInstant(result.recordedAt(), ZoneOffset.UTC),
                result.recordedAt(),
                result.figures(),
                null,
                null,
                null);
    }

    static WorkView of(BrandTie tie) {
        return new WorkView(
                FactSource.DECLARED,
                tie.name().value(),
                null,
                null,
                null,
                null,
                null,
                tie.workedOn(),
                null,
                List.of(),
                tie.what(),
                tie.result(),
                tie.proofUrl());
    }
}
