package org.affinity.matching.forecast.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.affinity.matching.match.web.BriefRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** Asks what creators should bring. */
@Schema(
        description = "Asks what some creators should bring for a brief, with one post each, or one piece of the format"
                + " that it wants.")
record ForecastRequest(
        @Schema(description = "The creators, each once.", examples = "[\"01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11\"]")
        @NotNull
        @Size(min = 1, max = 1000)
        @UniqueElements
        List<@NotNull UUID> creatorIds,

        @Schema(
                description = "What they would work on. Its panel is not looked at, and there may be more creators than"
                        + " its maxCreators.")
        @NotNull
        @Valid
        BriefRequest brief) {}
