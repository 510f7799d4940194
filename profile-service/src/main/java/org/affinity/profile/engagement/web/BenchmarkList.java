package org.affinity.profile.engagement.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Benchmarks as the API shows them. */
@Schema(name = "EngagementBenchmarkList", description = "Benchmarks of one tier scheme and one definition.")
record BenchmarkList(
        @Schema(description = "The tier scheme.", examples = "default")
        String tierScheme,

        @Schema(description = "Its version.", examples = "1")
        int tierSchemeVersion,

        @Schema(description = "The definition of engagement.", examples = "followers-mean")
        String engagement,

        @Schema(description = "One for each platform and tier.")
        List<BenchmarkView> items) {}
