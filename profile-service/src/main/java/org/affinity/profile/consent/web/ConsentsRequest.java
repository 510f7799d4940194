package org.affinity.profile.consent.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.affinity.profile.consent.domain.Channel;
import org.affinity.profile.consent.domain.Origin;
import org.affinity.profile.consent.domain.Purpose;
import org.affinity.profile.creator.domain.LawfulBasis;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Consents as sent. */
@Schema(
        name = "ConsentsRequest",
        description = "All consents that the creator gives; those given before and left out here are withdrawn.")
record ConsentsRequest(
        @Schema(description = "Sources of data, each origin and name once.") @Size(max = 50)
        List<@NotNull @Valid SourceRequest> sources,

        @Schema(description = "Channels that the creator consents to, each once.") @Size(max = 4)
        List<@NotNull @Valid ChannelRequest> contact) {

    ConsentsRequest {
        sources = sources == null ? List.of() : sources;
        contact = contact == null ? List.of() : contact;
    }

    /** A source of data as sent. */
    @Schema(name = "ConsentSourceRequest", description = "On what basis data from one source is held.")
    record SourceRequest(
            @Schema(
                    description = "Who gave the data; CREATOR when left out. Operators alone may name others.",
                    nullable = true,
                    examples = "CREATOR")
            Origin origin,

            @Schema(description = "Name of the source, such as a form or a list.", examples = "sign-up form")
            @NotBlank
            @Size(max = 255)
            String name,

            @Schema(
                    description = "Why the data may be held; CONSENT when left out. Operators alone may name others.",
                    nullable = true,
                    examples = "CONSENT")
            LawfulBasis lawfulBasis,

            @Schema(description = "What it may be used for.", examples = "[\"MATCHING\"]") @NotEmpty @Size(max = 10)
            List<@NotNull Purpose> purposes,

            @Schema(
                    description = "When it was given; now when left out.",
                    nullable = true,
                    examples = "2026-01-15T08:00:00Z")
            Instant givenAt,

            @Schema(description = "Where the proof is kept.", nullable = true, examples = "form 2026-118")
            @Size(max = 255)
            String proofReference) {}

    /** A channel as sent. */
    @Schema(name = "ConsentChannelRequest", description = "Consent to be contacted through one channel.")
    record ChannelRequest(
            @Schema(description = "The channel.", examples = "EMAIL") @NotNull
            Channel channel,

            @Schema(
                    description = "When it was given; now when left out.",
                    nullable = true,
                    examples = "2026-01-15T08:00:00Z")
            Instant givenAt,

            @Schema(description = "Where the proof is kept.", nullable = true, examples = "form 2026-118")
            @Size(max = 255)
            String proofReference) {}
}
