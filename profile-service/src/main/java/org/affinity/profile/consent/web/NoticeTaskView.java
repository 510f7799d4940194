package org.affinity.profile.consent.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.affinity.profile.consent.NoticeTask;
import org.affinity.profile.consent.domain.Channel;
import org.affinity.profile.consent.domain.NoticeState;
import org.affinity.profile.consent.domain.Origin;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A notice task as the API shows it. */
@Schema(name = "NoticeTask", description = "A creator who has to be told that their data is held.")
record NoticeTaskView(
        @Schema(description = "Id of the creator, and of the task.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        UUID creatorId,

        @Schema(description = "Who gave the data. More values may come.", examples = "IMPORT_LIST")
        Origin origin,

        @Schema(description = "Name of the source, such as a list.", examples = "creators.csv")
        String sourceName,

        @Schema(description = "How far it is. More values may come.", examples = "OPEN")
        NoticeState state,

        @Schema(description = "Whether it is open and its last day has passed.", examples = "false")
        boolean overdue,

        @Schema(description = "When the data was received.", examples = "2026-01-15T08:00:00Z")
        Instant receivedAt,

        @Schema(description = "Last day, in UTC: one month after receipt.", examples = "2026-02-15")
        LocalDate dueOn,

        @Schema(description = "How the creator was told.", nullable = true, examples = "PLATFORM_MESSAGE")
        Channel channel,

        @Schema(description = "When the creator was told.", nullable = true, examples = "2026-01-20")
        LocalDate sentOn) {

    static NoticeTaskView of(NoticeTask task) {
        return new NoticeTaskView(
                task.creatorId(),
                task.origin(),
                task.sourceName(),
                task.state(),
                task.isOverdue(),
                task.receivedAt(),
                task.dueOn(),
                task.channel(),
                task.sentOn());
    }
}
