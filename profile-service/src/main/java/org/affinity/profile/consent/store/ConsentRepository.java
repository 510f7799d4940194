package org.affinity.profile.consent.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.affinity.kit.config.IdGenerator;
import org.affinity.profile.consent.domain.Consent;
import org.affinity.profile.consent.domain.Origin;
import org.affinity.profile.creator.domain.LawfulBasis;

/** Access to consents; what the caller may not see is not there (row-level security). */
@ApplicationScoped
public class ConsentRepository implements PanacheRepositoryBase<ConsentEntity, UUID> {

    /** One statement for a whole batch; what was withdrawn once is not opened again by another list. */
    private static final String ADD_SOURCE = """
            insert into consent (id, creator_id, origin, source_name, lawful_basis, purposes, organisation_id,
                                 given_at, recorded_at)
            select told.id, told.creator_id, :origin, :name, :basis, array ['MATCHING', 'CONTACT'],
                   cast(nullif(:organisation, '') as uuid), :at, :at
            from unnest(cast(string_to_array(:ids, ',') as uuid[]), cast(string_to_array(:creators, ',') as uuid[]))
                     as told(id, creator_id)
            where not exists (select 1 from consent known
                              where known.creator_id = told.creator_id and known.origin = :origin
                                and known.source_name = :name and known.channel is null)
            on conflict do nothing""";

    /**
     * For what {@link #ADD_SOURCE} and the statements of {@link NoticeTaskRepository} that open or clear a task would
     * find nothing to do: it has to say what they say.
     */
    private static final String IS_KNOWN = """
            select 1 from consent known
            where known.creator_id = ? and known.origin = ? and known.source_name = ? and known.channel is null
              and case when known.origin = 'CREATOR'
                  then not exists (select from notice_task task
                                   where task.creator_id = known.creator_id and task.state = 'OPEN')
                  else exists (select from notice_task task where task.creator_id = known.creator_id)
                       or exists (select from consent own
                                  where own.creator_id = known.creator_id and own.origin = 'CREATOR') end
            limit 1""";

    private final IdGenerator ids;

    ConsentRepository(IdGenerator ids) {
        this.ids = ids;
    }

    /** A creator's consents, the oldest first. */
    public List<ConsentEntity> of(UUID creatorId) {
        return list("creatorId = ?1 order by givenAt, id", creatorId);
    }

    /** The consents of these creators, of each the oldest first; a creator without any is not in it. */
    public Map<UUID, List<Consent>> of(Collection<UUID> creatorIds) {
        return creatorIds.isEmpty()
                ? Map.of()
                : list("creatorId in ?1 order by givenAt, id", creatorIds).stream()
                        .collect(Collectors.groupingBy(
                                row -> row.creatorId, Collectors.mapping(ConsentEntity::consent, Collectors.toList())));
    }

    /** Whether a creator has or had this source of data, and there is no notice task to open or to clear for it. */
    public boolean isKnown(UUID creatorId, Origin origin, String name) {
        return getSession().doReturningWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(IS_KNOWN)) {
                select.setObject(1, creatorId);
                select.setString(2, origin.name());
                select.setString(3, name);
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    /** Adds a source of data to each of these creators, unless they have or had it. */
    public void addSource(
            Collection<UUID> creators, Origin origin, String name, LawfulBasis basis, UUID organisationId, Instant at) {
        getEntityManager()
                .createNativeQuery(ADD_SOURCE)
                .setParameter("origin", origin.name())
                .setParameter("name", name)
                .setParameter("basis", basis.name())
                .setParameter("organisation", organisationId == null ? "" : organisationId.toString())
                .setParameter("at", at)
                .setParameter(
                        "ids",
                        Stream.generate(ids::next)
                                .limit(creators.size())
                                .map(UUID::toString)
                                .collect(Collectors.joining(",")))
                .setParameter("creators", joined(creators))
                .executeUpdate();
    }

    static String joined(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }
}
