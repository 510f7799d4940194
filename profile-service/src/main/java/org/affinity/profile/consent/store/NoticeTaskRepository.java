package org.affinity.profile.consent.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.profile.consent.domain.Channel;
import org.affinity.profile.consent.domain.NoticePeriod;
import org.affinity.profile.consent.domain.NoticeState;
import org.affinity.profile.consent.domain.Origin;

/** Access to notice tasks; a partner finds those of its own lists (row-level security). */
@ApplicationScoped
public class NoticeTaskRepository implements PanacheRepositoryBase<NoticeTaskEntity, UUID> {

    /** One statement for a whole batch. Who gave data themself needs no notice. */
    private static final String OPEN = """
            insert into notice_task (creator_id, organisation_id, origin, source_name, state, received_at, due_on)
            select told.creator_id, cast(nullif(:organisation, '') as uuid), :origin, :name, 'OPEN', :at, :dueOn
            from unnest(cast(string_to_array(:creators, ',') as uuid[])) as told(creator_id)
            where not exists (select 1 from consent known
                              where known.creator_id = told.creator_id and known.origin = 'CREATOR')
            on conflict (creator_id) do nothing""";

    /** Opens a task for each of these creators, unless there is or was one. */
    public void open(Collection<UUID> creators, Origin origin, String name, UUID organisationId, Instant at) {
        getEntityManager()
                .createNativeQuery(OPEN)
                .setParameter("organisation", organisationId == null ? "" : organisationId.toString())
                .setParameter("origin", origin.name())
                .setParameter("name", name)
                .setParameter("at", at)
                .setParameter("dueOn", NoticePeriod.dueOn(at))
                .setParameter("creators", ConsentRepository.joined(creators))
                .executeUpdate();
    }

    /** Closes the open task of a creator who signed up themself. */
    public void clear(UUID creatorId, Instant at) {
        update(
                "state = ?1, closedAt = ?2 where creatorId = ?3 and state = ?4",
                NoticeState.CLEARED,
                at,
                creatorId,
                NoticeState.OPEN);
    }

    /** Closes all open tasks of a source that the caller may see, received before {@code before}; how many. */
    public int markSent(String sourceName, Channel channel, LocalDate sentOn, Instant before, Instant at) {
        return update(
                "state = ?1, channel = ?2, sentOn = ?3, closedAt = ?4"
                        + " where sourceName = ?5 and state = ?6 and receivedAt < ?7",
                NoticeState.SENT,
                channel,
                sentOn,
                at,
                sourceName,
                NoticeState.OPEN,
                before);
    }

    /** The task, locked until the end of the transaction. */
    public Optional<NoticeTaskEntity> lock(UUID creatorId) {
        return Optional.ofNullable(findById(creatorId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** One page of tasks in the order of their last days, after the task given by day and creator. */
    public List<NoticeTaskEntity> page(
            LocalDate dueBefore, NoticeState state, LocalDate afterDay, UUID afterCreator, int limit) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        if (dueBefore != null) {
            conditions.add("dueOn < :dueBefore");
            parameters.put("dueBefore", dueBefore);
        }
        if (state != null) {
            conditions.add("state = :state");
            parameters.put("state", state);
        }
        if (afterDay != null) {
            conditions.add("(dueOn > :afterDay or dueOn = :afterDay and creatorId > :afterCreator)");
            parameters.put("afterDay", afterDay);
            parameters.put("afterCreator", afterCreator);
        }
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions) + " ";
        return find("from NoticeTaskEntity " + where + "order by dueOn, creatorId", parameters)
                .range(0, limit - 1)
                .list();
    }
}
