package org.affinity.matching.lookalike.web;

import java.util.List;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.lookalike.domain.Aspect;
import org.affinity.matching.lookalike.domain.Similarity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is like some creators. */
@Schema(name = "Lookalikes", description = "Creators who are like others, most alike first.")
record LookalikeView(
        @Schema(
                description = "How creators are compared.",
                examples = "Sum of weight × value over the aspects; what is unknown of one or the other adds 0")
        String definition,

        @Schema(description = "Most alike first, then by id.")
        List<Lookalike> lookalikes) {

    private static final String DEFINITION =
            "Sum of weight × value over the aspects, each the mean over the creators compared with; what is unknown of"
                    + " one or the other adds 0. Each creator counts by the account that is expected to show most.";

    private static final double THOUSAND = 1_000;

    /** One creator. */
    @Schema(name = "Lookalike", description = "A creator who is like others, and in what.")
    record Lookalike(
            @Schema(description = "The creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11")
            UUID creatorId,

            @Schema(description = "The account that was compared.", examples = "01977b7e-4f10-7c3a-8e21-5d6c7b8a9f00")
            UUID accountId,

            @Schema(description = "Platform of the account; more may come.", examples = "INSTAGRAM")
            Platform platform,

            @Schema(description = "Audience-size class of the account; more may come.", examples = "NANO")
            Tier tier,

            @Schema(description = "Exact sum of the parts, 0 to 1.", examples = "0.7215")
            double similarity,

            @Schema(description = "The parts, always all of them.")
            List<PartView> parts) {

        static Lookalike of(Similarity similarity) {
            return new Lookalike(
                    similarity.profile().candidate().creatorId(),
                    similarity.profile().expected().accountId(),
                    similarity.profile().expected().platform(),
                    similarity.profile().expected().tier(),
                    similarity.value(),
                    similarity.parts().stream().map(PartView::of).toList());
        }
    }

    /** One part. */
    @Schema(name = "SimilarityPart", description = "How alike creators are in one aspect.")
    record PartView(
            @Schema(description = "The aspect; more may come.", examples = "NICHES")
            Aspect aspect,

            @Schema(description = "Weight of the aspect; the weights add up to 1.", examples = "0.25")
            double weight,

            @Schema(
                    description = "0 for nothing in common to 1 for the same; null when unknown of one or the other.",
                    nullable = true,
                    examples = "0.5")
            Double value,

            @Schema(description = "What it adds to the similarity.", examples = "0.125")
            double contribution,

            @Schema(description = "What this creator has of it.", examples = "food, home")
            String reason) {

        static PartView of(Similarity.Part part) {
            return new PartView(
                    part.aspect(),
                    part.aspect().weight() / THOUSAND,
                    part.value() == null ? null : part.value() / THOUSAND,
                    part.contribution(),
                    part.reason());
        }
    }

    static LookalikeView of(List<Similarity> found) {
        return new LookalikeView(DEFINITION, found.stream().map(Lookalike::of).toList());
    }
}
