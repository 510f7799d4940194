package org.affinity.profile.platform.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.domain.PlatformDescription;
import org.affinity.profile.creator.domain.PlatformDescription.HandleKind;
import org.affinity.profile.creator.domain.PlatformMetric;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the accounts of a platform look like, as sent. */
@Schema(name = "PlatformRequest", description = "What the accounts of a platform look like.")
record PlatformRequest(
        @Schema(description = "How people write it.", examples = "Bluesky") @NotBlank @Size(max = 100)
        String title,

        @Schema(
                description = "HANDLE: accounts go by one word; NAME: by one word or, without one, by the name of the"
                        + " channel.",
                examples = "HANDLE")
        @NotNull
        HandleKind handleKind,

        @Schema(
                description =
                        "Characters that handles may have besides letters, digits, dots, underscores and hyphens.",
                examples = "@")
        @Pattern(regexp = "[!#$%&'*+,/:;=?@^~ ]{0,10}", message = "must be up to 10 of !#$%&'*+,/:;=?@^~ and space")
        String alsoAllowed,

        @Schema(description = "Most characters of a handle; 100 when left out.", examples = "64") @Min(1) @Max(100)
        Integer longestHandle,

        @Schema(
                description = "Addresses of profile pages, with {handle} where the name of the account stands.",
                examples = "[\"https://bsky.app/profile/{handle}\"]")
        @Size(max = 10)
        List<
                        @NotNull @Size(max = 200)
                        @Pattern(regexp = ADDRESS, message = "must be an https address with {handle} in it once")
                        String>
                addresses,

        @Schema(
                description = "Words by which lists name the platform, in lower case; each leads to one platform.",
                examples = "[\"bluesky\", \"bsky\"]")
        @Size(max = 10)
        List<
                        @NotNull
                        @Pattern(
                                regexp = "[a-z0-9]{2,30}( [a-z0-9]{1,30}){0,2}",
                                message = "must be one to three words of letters and digits in lower case")
                        String>
                aliases,

        @Schema(description = "Figures that the platform tells; all others are refused.") @NotNull
        Set<@NotNull PlatformMetric> metrics) {

    /** The name stands in the path, or is the first label of the host. */
    private static final String ADDRESS = "https://(([A-Za-z0-9-]+\\.)+[A-Za-z]{2,}/[A-Za-z0-9._~/@-]*\\{handle}"
            + "|\\{handle}(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,})(/?[A-Za-z0-9._~/@-]*)";

    PlatformDescription description(Platform platform) {
        return new PlatformDescription(
                platform,
                title.strip(),
                handleKind,
                alsoAllowed == null ? "" : alsoAllowed,
                longestHandle == null ? 100 : longestHandle,
                addresses == null ? List.of() : addresses,
                aliases == null ? List.of() : aliases,
                metrics);
    }

    /** A platform that is new, as sent. */
    @Schema(name = "NewPlatformRequest", description = "A platform that is new.")
    record New(
            @Schema(description = "Name under which everything knows it; it never changes.", examples = "BLUESKY")
            @NotNull
            Platform platform,

            @Schema(description = "What its accounts look like.") @NotNull @Valid
            PlatformRequest description) {}
}
