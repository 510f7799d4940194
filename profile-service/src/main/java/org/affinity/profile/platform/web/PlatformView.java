package org.affinity.profile.platform.web;

import java.util.List;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.domain.PlatformDescription;
import org.affinity.profile.creator.domain.PlatformDescription.HandleKind;
import org.affinity.profile.creator.domain.PlatformMetric;
import org.affinity.profile.platform.PlatformService;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A platform as the API shows it. */
@Schema(name = "PlatformDescription", description = "What the accounts of a platform look like.")
record PlatformView(
        @Schema(description = "Name under which everything knows it.", examples = "BLUESKY")
        Platform platform,

        @Schema(description = "Version of the description; the ETag.", examples = "1")
        long version,

        @Schema(description = "How people write it.", examples = "Bluesky")
        String title,

        @Schema(description = "What accounts go by. More values may come.", examples = "HANDLE")
        HandleKind handleKind,

        @Schema(
                description =
                        "Characters that handles may have besides letters, digits, dots, underscores and hyphens.",
                examples = "@")
        String alsoAllowed,

        @Schema(description = "Most characters of a handle.", examples = "64")
        int longestHandle,

        @Schema(
                description = "Addresses of profile pages, with {handle} where the name of the account stands.",
                examples = "[\"https://bsky.app/profile/{handle}\"]")
        List<String> addresses,

        @Schema(description = "Words by which lists name the platform.", examples = "[\"bluesky\"]")
        List<String> aliases,

        @Schema(description = "Figures that the platform tells. More values may come.")
        List<PlatformMetric> metrics)
        implements Versioned {

    static PlatformView of(PlatformService.Versioned platform) {
        PlatformDescription description = platform.description();
        return new PlatformView(
                description.platform(),
                platform.version(),
                description.title(),
                description.handleKind(),
                description.alsoAllowed(),
                description.longestHandle(),
                description.addresses(),
                description.aliases(),
                description.metrics().stream().sorted().toList());
    }
}
