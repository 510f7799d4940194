package org.affinity.matching.forecast.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.forecast.ForecastService;
import org.affinity.matching.match.domain.AudienceOverlaps;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom creators reach together and alone. */
@Schema(name = "AudienceOverlapReport", description = "Whom some creators reach together, alone, and two by two.")
record OverlapView(
        @Schema(description = "Version of populations and assumptions.", examples = "panel-model-v1")
        String panelModelVersion,

        @Schema(description = "Different people whom at least one of them reaches.")
        MetricView netReach,

        @Schema(
                description = "Sum of what each reaches, people counted as often as they are reached.",
                examples = "12400.0")
        double grossReach,

        @Schema(description = "Each creator, in the order of the request.")
        List<CreatorReach> creators,

        @Schema(description = "Each pair, in the order of the request.")
        List<PairReach> pairs) {

    static final String NET_REACH =
            "Different people, each counted once; value: independent inside each group of people;"
                    + " bounds: Dawson and Sankoff below, Hunter above";

    private static final String ONE_POST = "one post per creator, on the account that is expected to show most";

    /** One creator. */
    @Schema(name = "CreatorReach", description = "What one creator reaches, and what of it nobody else does.")
    record CreatorReach(
            @Schema(description = "The creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11")
            UUID creatorId,

            @Schema(description = "Platform of the account that is taken; more may come.", examples = "INSTAGRAM")
            Platform platform,

            @Schema(description = "Different people whom a post of the creator reaches.", examples = "3100.0")
            double reach,

            @Schema(description = "People whom this creator alone reaches.")
            MetricView exclusiveReach) {}

    /** Two creators. */
    @Schema(name = "PairReach", description = "What two creators both reach.")
    record PairReach(
            @Schema(description = "One creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11")
            UUID oneCreatorId,

            @Schema(description = "The other creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b12")
            UUID otherCreatorId,

            @Schema(description = "People whom both reach.") MetricView overlap) {}

    static OverlapView of(ForecastService.Overlaps overlaps, String panelModelVersion, Instant now) {
        return new OverlapView(
                panelModelVersion,
                MetricView.people(
                        overlaps.netReach().lower(),
                        overlaps.netReach().value(),
                        overlaps.netReach().upper(),
                        NET_REACH,
                        ONE_POST,
                        0,
                        MetricView.ESTIMATED,
                        now),
                overlaps.own().stream().mapToDouble(AudienceOverlaps.Own::reach).sum(),
                overlaps.own().stream()
                        .map(own -> new CreatorReach(
                                own.creator().creatorId(),
                                own.creator().platform(),
                                own.reach(),
                                MetricView.people(
                                        own.exclusive().low(),
                                        own.exclusive().value(),
                                        own.exclusive().high(),
                                        "People whom no other of these creators reaches; value: independent inside each"
                                                + " country; bounds: overlaps as large and as small as what is known"
                                                + " allows",
                                        ONE_POST,
                                        0,
                                        MetricView.ESTIMATED,
                                        now)))
                        .toList(),
                overlaps.pairs().stream()
                        .map(pair -> new PairReach(
                                pair.oneCreatorId(),
                                pair.otherCreatorId(),
                                MetricView.people(
                                        pair.people().low(),
                                        pair.people().value(),
                                        pair.people().high(),
                                        pair.measured()
                                                ? "As stated in the request, no more than the smaller reach"
                                                : "Independent inside each country; at most the smaller of the two",
                                        ONE_POST,
                                        0,
                                        pair.measured() ? "DECLARED" : MetricView.ESTIMATED,
                                        now)))
                        .toList());
    }
}
