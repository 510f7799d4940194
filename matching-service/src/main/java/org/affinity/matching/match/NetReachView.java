package org.affinity.matching.match;

import org.affinity.matching.match.domain.NetReach;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Different people, as an interval. */
@Schema(
        name = "NetReach",
        description = "Different people in the target, each counted once: the value of the model (people of a country"
                + " and topic see creators independently of each other), between what is certain if audiences overlap"
                + " as much as possible and as little as possible. Known overlaps narrow the interval.")
public record NetReachView(
        @Schema(description = "As if audiences overlapped as much as what is known allows.", examples = "9800")
        double lower,

        @Schema(description = "Of the reach model.", examples = "41200")
        double value,

        @Schema(
                description = "As if they overlapped as little as what is known allows; never more than there are.",
                examples = "42100")
        double upper,

        @Schema(description = "People in the target, by the panel model.", examples = "3704834")
        double population) {

    static NetReachView of(NetReach reach) {
        return new NetReachView(reach.lower(), reach.value(), reach.upper(), reach.population());
    }
}
