package org.affinity.matching.match;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.affinity.kit.json.Money;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.match.domain.PanelCandidate;
import org.affinity.matching.match.domain.PanelPlan;
import org.affinity.matching.match.domain.PriceSource;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another panel for a match, as it is sent, saved, and shown again byte for byte. */
@Schema(
        name = "WhatIfPanel",
        description = "Another panel from the creators of a match, under another budget or other constraints. It never"
                + " changes: reading it again gives the same bytes, except that it is deleted when the data of a creator"
                + " whom it names is erased.")
public record PanelDocument(
        @Schema(description = "Id of the panel.", examples = "01977b7e-5b00-7d4e-b1c2-3f4e5d6c7b8b")
        UUID panelId,

        @Schema(description = "Always 1: a panel does not change.", examples = "1")
        long version,

        @Schema(description = "The match.", examples = "01977b7e-5a00-7d4e-b1c2-3f4e5d6c7b8a")
        UUID matchId,

        @Schema(description = "Organisation of the match.", examples = "01977b7e-1a30-7f60-91a2-b3c4d5e6f708")
        UUID organisationId,

        @Schema(description = "Creators proposed together, best score first; empty when panelPlan says why.")
        List<Place> panel,

        @Schema(description = "What the panel costs; never more than the budget.")
        Money panelCost,

        @Schema(description = "What the panel should bring, what is proven of it, and each creator's part in it.")
        PanelReport panelPlan,

        @Schema(description = "When the panel was made.", examples = "2026-03-01T09:31:00Z")
        Instant completedAt) {

    /** A creator in the panel. */
    @Schema(
            name = "WhatIfPlace",
            description = "A creator in the panel; the match names the creator and explains the score.")
    public record Place(
            @Schema(description = "Place in the list, from 1.", examples = "1")
            int rank,

            @Schema(description = "The creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11")
            UUID creatorId,

            @Schema(
                    description = "The account of the creator that suits the brief best.",
                    examples = "01977b7e-4f10-7c3a-8e21-5d6c7b8a9f00")
            UUID accountId,

            @Schema(description = "Platform of the account; more may be added.", examples = "INSTAGRAM")
            Platform platform,

            @Schema(description = "Audience-size class of the account; more may be added.", examples = "NANO")
            Tier tier,

            @Schema(description = "Score in the match.", examples = "0.2125")
            double score,

            @Schema(description = "What the creator's part costs.")
            Money price,

            @Schema(description = "DECLARED or ESTIMATED, as in the match.", examples = "DECLARED")
            PriceSource priceSource,

            @Schema(
                    description =
                            "Kind of content whose line of the rate card the price is, as in the match; else null.",
                    nullable = true,
                    examples = "REEL",
                    extensions = @Extension(name = "x-since", value = "2026-11-23"))
            ContentFormat priceFormat) {}

    static List<Place> places(PanelPlan plan) {
        return IntStream.range(0, plan.members().size())
                .mapToObj(index -> place(index + 1, plan.members().get(index).candidate()))
                .toList();
    }

    private static Place place(int rank, PanelCandidate candidate) {
        return new Place(
                rank,
                candidate.creatorId(),
                candidate.accountId(),
                candidate.platform(),
                candidate.tier(),
                candidate.score(),
                PanelReport.money(candidate.price()),
                candidate.priceSource(),
                candidate.priceFormat());
    }
}
