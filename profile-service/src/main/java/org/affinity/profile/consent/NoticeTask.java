package org.affinity.profile.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.affinity.profile.consent.domain.Channel;
import org.affinity.profile.consent.domain.NoticeState;
import org.affinity.profile.consent.domain.Origin;
import org.affinity.profile.consent.store.NoticeTaskEntity;

/**
 * A creator who has to be told that their data is held and where it came from.
 *
 * @param isOverdue whether the last day has passed while nothing was sent
 */
public record NoticeTask(
        UUID creatorId,
        Origin origin,
        String sourceName,
        NoticeState state,
        boolean isOverdue,
        Instant receivedAt,
        LocalDate dueOn,
        Channel channel,
        LocalDate sentOn) {

    static NoticeTask of(NoticeTaskEntity task, LocalDate today) {
        return new NoticeTask(
                task.creatorId,
                task.origin,
                task.sourceName,
                task.state,
                task.state == NoticeState.OPEN && task.dueOn.isBefore(today),
                task.receivedAt,
                task.dueOn,
                task.channel,
                task.sentOn);
    }
}
