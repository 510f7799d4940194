package org.affinity.profile.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.problem.DomainException;
import org.affinity.profile.ProfileProblem;
import org.affinity.profile.consent.domain.Channel;
import org.affinity.profile.consent.domain.NoticeState;
import org.affinity.profile.consent.store.NoticeTaskEntity;
import org.affinity.profile.consent.store.NoticeTaskRepository;

/** Tells whom to inform of data that somebody else gave, and takes note when that is done. */
@ApplicationScoped
public class NoticeService {

    private final NoticeTaskRepository notices;
    private final Clock clock;

    NoticeService(NoticeTaskRepository notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    /** Tasks that the caller may see, those that are due first at the head; null does not filter. */
    @Transactional
    public List<NoticeTask> list(
            LocalDate dueBefore, NoticeState state, LocalDate afterDay, UUID afterCreator, int limit) {
        return notices.page(dueBefore, state, afterDay, afterCreator, limit).stream()
                .map(task -> NoticeTask.of(task, today()))
                .toList();
    }

    /**
     * Takes note that the creator was told.
     *
     * @throws DomainException 409 when the task is closed, 422 when the day is not between receipt and today
     */
    @Transactional
    public NoticeTask markSent(UUID creatorId, Channel channel, LocalDate sentOn) {
        NoticeTaskEntity task = notices.lock(creatorId).orElseThrow(DomainException::notFound);
        if (task.state != NoticeState.OPEN) {
            throw new DomainException(ProfileProblem.NOTICE_CLOSED, "Nothing more is to be sent to this creator.");
        }
        LocalDate received = LocalDate.ofInstant(task.receivedAt, ZoneOffset.UTC);
        if (sentOn.isAfter(today()) || sentOn.isBefore(received)) {
            throw DomainException.invalid("/sentOn", "range", "must be between " + received + " and " + today());
        }
        task.state = NoticeState.SENT;
        task.channel = channel;
        task.sentOn = sentOn;
        task.closedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return NoticeTask.of(task, today());
    }

    /**
     * Takes note that everybody whom a source told of by the end of that day was told; in one statement, however long
     * the list.
     *
     * @return how many tasks this closed
     * @throws DomainException 422 when the day has not come yet
     */
    @Transactional
    public int markSent(String sourceName, Channel channel, LocalDate sentOn) {
        if (sentOn.isAfter(today())) {
            throw DomainException.invalid("/sentOn", "range", "must not be after " + today());
        }
        Instant dayAfter = sentOn.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return notices.markSent(
                sourceName, channel, sentOn, dayAfter, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
