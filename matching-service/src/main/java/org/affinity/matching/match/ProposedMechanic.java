package org.affinity.matching.match;

import java.util.List;
import org.affinity.matching.match.domain.Mechanic;
import org.affinity.matching.match.domain.MechanicType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the campaign should work, and why. */
@Schema(description = "How the campaign should work, and why.")
public record ProposedMechanic(
        @Schema(description = "The mechanic; more may be added.", examples = "PRODUCT_TEST")
        MechanicType type,

        @Schema(
                description = "Why this mechanic, in words, the weightiest first.",
                examples = "[\"Creators receive the product and the aim is to win people over.\"]")
        List<String> reasons,

        @Schema(
                description = "Version of the rules that chose it; null in matches from before it was told.",
                nullable = true,
                examples = "mechanic-rules-v3")
        String rulesVersion,

        @Schema(description = "What else is possible, the best first.")
        List<AlternativeMechanic> alternatives) {

    /** A mechanic that is possible too. */
    @Schema(description = "A mechanic that is possible too.")
    public record AlternativeMechanic(
            @Schema(description = "The mechanic; more may be added.", examples = "GIFTING")
            MechanicType type,

            @Schema(
                    description = "What speaks for it, the weightiest first.",
                    examples = "[\"Creators receive the product and are free in how they show it.\"]")
            List<String> reasons,

            @Schema(
                    description = "Why it comes after the one that is proposed.",
                    examples = "30 points against 45 for PRODUCT_TEST; 5 more if the aim were to be seen.")
            String whyNotFirst) {}

    static ProposedMechanic of(Mechanic mechanic) {
        return new ProposedMechanic(
                mechanic.type(),
                mechanic.reasons(),
                mechanic.rulesVersion(),
                mechanic.alternatives().stream()
                        .map(other -> new AlternativeMechanic(other.type(), other.reasons(), other.whyNotFirst()))
                        .toList());
    }
}
