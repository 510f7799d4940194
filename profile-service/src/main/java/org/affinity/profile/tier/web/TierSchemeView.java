package org.affinity.profile.tier.web;

import java.util.List;
import org.affinity.profile.tier.domain.TierScheme;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tier scheme as the API shows it. */
@Schema(name = "TierScheme", description = "A published way to class accounts by audience size.")
record TierSchemeView(
        @Schema(description = "Name by which requests choose it.", examples = "default")
        String id,

        @Schema(description = "Rises when its bounds change.", examples = "1")
        int version,

        @Schema(description = "What it is.", examples = "HypeAuditor, five tiers")
        String name,

        @Schema(description = "Who published it, and what we added.")
        String source,

        @Schema(description = "Its tiers from the smallest to the largest audience; outside all of them is no tier.")
        List<TierBandView> bands) {

    static TierSchemeView of(TierScheme scheme) {
        return new TierSchemeView(
                scheme.id(),
                scheme.version(),
                scheme.name(),
                scheme.source(),
                scheme.bands().stream()
                        .map(band -> new TierBandView(band.tier(), band.fewestFollowers(), band.mostFollowers()))
                        .toList());
    }

    /** A tier as the API shows it. */
    @Schema(name = "TierBand", description = "One tier of a scheme.")
    record TierBandView(
            @Schema(description = "Name of the tier.", examples = "NANO")
            String tier,

            @Schema(description = "Lowest number of followers in it.", examples = "1000")
            long fewestFollowers,

            @Schema(
                    description = "Highest number of followers in it; null without bound.",
                    nullable = true,
                    examples = "9999")
            Long mostFollowers) {}
}
