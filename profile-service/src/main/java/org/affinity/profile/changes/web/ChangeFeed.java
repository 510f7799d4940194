package org.affinity.profile.changes.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.profile.changes.CreatorChange;
import org.affinity.profile.changes.domain.ChangeType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of the feed. */
@Schema(name = "CreatorChangeFeed", description = "A part of the feed of changes, and where it goes on.")
record ChangeFeed(
        @Schema(description = "The changes, the earliest first; empty when there are none yet.")
        List<Item> items,

        @Schema(
                description = "Send it as cursor for what comes after, now or later; never null, good for ever.",
                examples = "AZd7fjxSe9GaUwwNH2orEQ")
        String nextCursor,

        @Schema(description = "Whether more changes are there already.", examples = "false")
        boolean hasMore) {

    ChangeFeed {
        items = List.copyOf(items);
    }

    /** A change as the API shows it. */
    @Schema(name = "CreatorChange", description = "The latest change of a creator.")
    record Item(
            @Schema(description = "Id of the creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
            UUID creatorId,

            @Schema(description = "Version of the creator after the change.", examples = "3")
            long version,

            @Schema(
                    description = "What the change was. WITHDRAWN creators are proposed to nobody; of an ERASED one"
                            + " every copy is to be deleted. More values may come.",
                    examples = "UPDATED")
            ChangeType type,

            @Schema(description = "When it was.", examples = "2026-01-15T08:00:00Z")
            Instant changedAt,

            @Schema(
                    description = "Where the creator is read; null when erased.",
                    nullable = true,
                    examples = "/v1/creators/01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
            URI href) {

        static Item of(CreatorChange change) {
            URI href = change.type() == ChangeType.ERASED ? null : URI.create("/v1/creators/" + change.creatorId());
            return new Item(change.creatorId(), change.version(), change.type(), change.changedAt(), href);
        }
    }
}
