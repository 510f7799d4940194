package org.affinity.profile.audience;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.affinity.kit.problem.DomainException;
import org.affinity.profile.audience.domain.Overlap;
import org.affinity.profile.audience.store.OverlapEntity;
import org.affinity.profile.audience.store.OverlapRepository;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.store.CreatorRepository;

/** How many people follow both of two accounts. */
@ApplicationScoped
public class OverlapService {

    private final OverlapRepository overlaps;
    private final CreatorRepository creators;

    OverlapService(OverlapRepository overlaps, CreatorRepository creators) {
        this.overlaps = overlaps;
        this.creators = creators;
    }

    /** Overlaps of an account, in the order of the other accounts' ids. */
    @Transactional
    public List<KnownOverlap> list(UUID accountId, UUID after, int limit) {
        requireVisible(Set.of(accountId));
        return overlaps.page(accountId, after, limit).stream()
                .map(row -> seenFrom(accountId, row))
                .toList();
    }

    /** The overlap of two accounts. */
    @Transactional
    public KnownOverlap find(UUID accountId, UUID otherId) {
        return overlaps.findByIdOptional(OverlapEntity.Key.of(accountId, otherId))
                .map(row -> seenFrom(accountId, row))
                .orElseThrow(DomainException::notFound);
    }

    /** Puts an overlap in place of the one known; {@code precondition} is told its version, 0 when there is none. */
    @Transactional
    public KnownOverlap put(UUID accountId, UUID otherId, NewOverlap told, LongConsumer precondition) {
        requireVisible(Set.of(accountId, otherId));
        OverlapEntity.Key key = OverlapEntity.Key.of(accountId, otherId);
        OverlapEntity row = overlaps.findById(key, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        precondition.accept(row == null ? 0 : row.version);
        boolean isNew = row == null;
        if (isNew) {
            row = new OverlapEntity();
            row.firstId = key.firstId();
            row.secondId = key.secondId();
        }
        boolean isFirst = accountId.equals(key.firstId());
        row.firstFollowers =
                isFirst ? told.overlap().followers() : told.overlap().otherFollowers();
        row.secondFollowers =
                isFirst ? told.overlap().otherFollowers() : told.overlap().followers();
        row.sharedFollowers = told.overlap().shared();
        row.sampleSize = told.sampleSize();
        row.source = told.source();
        row.observedAt = told.observedAt();
        row.recordedBy = told.recordedBy();
        row.version++;
        if (isNew) {
            overlaps.persist(row);
        }
        return seenFrom(accountId, row);
    }

    private void requireVisible(Set<UUID> accountIds) {
        if (creators.holdersOfIds(accountIds).size() < accountIds.size()) {
            throw DomainException.notFound();
        }
    }

    private static KnownOverlap seenFrom(UUID accountId, OverlapEntity row) {
        boolean isFirst = accountId.equals(row.firstId);
        return new KnownOverlap(
                row.version,
                accountId,
                isFirst ? row.secondId : row.firstId,
                new Overlap(
                        isFirst ? row.firstFollowers : row.secondFollowers,
                        isFirst ? row.secondFollowers : row.firstFollowers,
                        row.sharedFollowers),
                row.sampleSize,
                row.source,
                row.observedAt);
    }

    /** An overlap as somebody tells it. */
    public record NewOverlap(
            Overlap overlap, Long sampleSize, MetricSource source, Instant observedAt, UUID recordedBy) {}

    /** An overlap seen from one of its accounts. */
    public record KnownOverlap(
            long version,
            UUID accountId,
            UUID otherAccountId,
            Overlap overlap,
            Long sampleSize,
            MetricSource source,
            Instant observedAt) {}
}
