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
                description = "Why this mechanic, in words.",
                examples = "[\"Creators receive the product and the aim is to win people over.\"]")
        List<String> reasons) {

    static ProposedMechanic of(Mechanic mechanic) {
        return new ProposedMechanic(mechanic.type(), mechanic.reasons());
    }
}
