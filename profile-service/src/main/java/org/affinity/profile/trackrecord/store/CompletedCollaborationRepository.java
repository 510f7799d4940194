package org.affinity.profile.trackrecord.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.affinity.profile.creator.CompletedCollaborations;
import org.affinity.profile.trackrecord.domain.Result;

/** Access to completed collaborations. */
@ApplicationScoped
public class CompletedCollaborationRepository
        implements PanacheRepositoryBase<CompletedCollaborationEntity, UUID>, CompletedCollaborations {

    /** A lock on the number alone: there may be no row of the creator to lock. */
    private static final String HOLD = "select 1 from pg_advisory_xact_lock(hashtextextended(:number, 0))";

    private static final String INSERT = """
            insert into completed_collaboration (collaboration_id, creator_id, result_id, recorded_at)
            select :collaboration, :creator, :result, cast(:recordedAt as timestamptz)
            where not affinity_is_erased(:creator)
            on conflict do nothing""";

    /** Adds a collaboration, without its figures; false when it, or its result, was there before. */
    public boolean addIfNew(Result result) {
        return getEntityManager()
                        .createNativeQuery(INSERT)
                        .setParameter("collaboration", result.collaborationId())
                        .setParameter("creator", result.creatorId())
                        .setParameter("result", result.resultId())
                        .setParameter("recordedAt", result.recordedAt())
                        .executeUpdate()
                == 1;
    }

    /** Puts the figures of a result in place of those of an older version. */
    public void correct(Result result) {
        findByIdOptional(result.collaborationId())
                .filter(row -> row.version < result.version())
                .ifPresent(row -> row.write(result));
    }

    /** The results of these creators, of each newest first; a creator without any is not in it. */
    public Map<UUID, List<Result>> of(Collection<UUID> creatorIds) {
        return creatorIds.isEmpty()
                ? Map.of()
                : find("creatorId in ?1 order by recordedAt desc, collaborationId", creatorIds).stream()
                        .map(CompletedCollaborationEntity::result)
                        .collect(Collectors.groupingBy(Result::creatorId));
    }

    @Override
    public int countAndHold(UUID creatorId) {
        getEntityManager()
                .createNativeQuery(HOLD, Integer.class)
                .setParameter("number", "completed collaborations of " + creatorId)
                .getSingleResult();
        return Math.toIntExact(count("creatorId", creatorId));
    }

    @Override
    public List<String> brandsOf(UUID creatorId) {
        return find("creatorId = ?1 order by recordedAt, collaborationId", creatorId).stream()
                .map(row -> row.brand)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
