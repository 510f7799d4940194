package org.affinity.profile.account.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.PostFigures;
import org.affinity.profile.creator.domain.Snapshot;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A snapshot as the API shows it. */
@Schema(name = "Snapshot", description = "What was seen of an account at one moment; null means unknown.")
record SnapshotView(
        @Schema(description = "Id of the snapshot.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b30")
        UUID snapshotId,

        @Schema(description = "Id of the account.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b02")
        UUID accountId,

        @Schema(description = "When it was seen.", examples = "2026-01-15T08:00:00Z")
        Instant observedAt,

        @Schema(description = "Where it comes from.", examples = "NETWORK")
        MetricSource source,

        @Schema(description = "When it was recorded here.", examples = "2026-01-15T08:00:03Z")
        Instant recordedAt,

        @Schema(description = "Organisation of the partner who told it; null when nobody's.", nullable = true)
        UUID recordedBy,

        @Schema(
                description = "The snapshot of the same account, time and source that this one corrects; else null.",
                nullable = true)
        UUID corrects,

        @Schema(description = "Number of followers.", nullable = true, examples = "8200")
        Long followers,

        @Schema(description = "Number of accounts that it follows.", nullable = true, examples = "310")
        Long following,

        @Schema(description = "Number of posts published so far.", nullable = true, examples = "512")
        Long posts,

        @Schema(description = "When it published last.", nullable = true, examples = "2026-01-13T17:30:00Z")
        Instant lastPostAt,

        @Schema(description = "Interactions per follower, mean per post.", nullable = true, examples = "0.041")
        BigDecimal engagementRate,

        @Schema(description = "Mean views per post.", nullable = true, examples = "5400")
        Long averageViews,

        @Schema(description = "What the latest posts brought.", nullable = true)
        PostFigures postFigures) {

    static SnapshotView of(Snapshot entry) {
        return new SnapshotView(
                entry.id(),
                entry.accountId(),
                entry.observedAt(),
                entry.source(),
                entry.recordedAt(),
                entry.recordedBy(),
                entry.corrects(),
                entry.figures().metrics().followers(),
                entry.figures().following(),
                entry.figures().posts(),
                entry.figures().lastPostAt(),
                entry.figures().metrics().engagementRate(),
                entry.figures().metrics().averageViews(),
                entry.figures().postFigures());
    }
}
