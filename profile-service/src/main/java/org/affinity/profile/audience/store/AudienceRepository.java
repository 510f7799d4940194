package org.affinity.profile.audience.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.affinity.profile.audience.domain.AudienceStatement;
import org.affinity.profile.creator.store.AccountEntity;

/** Access to audiences. */
@ApplicationScoped
public class AudienceRepository implements PanacheRepositoryBase<AudienceEntity, AudienceEntity.Key> {

    private static final Comparator<AudienceStatement> STRONGEST_FIRST = Comparator.comparing(AudienceStatement::source)
            .thenComparing(AudienceStatement::observedAt, Comparator.reverseOrder());

    /**
     * What each source says of the audiences of these accounts, the strongest first, then the latest; an account of
     * which nobody says anything is not in it.
     */
    public Map<UUID, List<AudienceStatement>> statementsOf(Collection<UUID> accountIds) {
        if (accountIds.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<AudienceStatement>> statements = list("accountId in ?1", accountIds).stream()
                .collect(Collectors.groupingBy(
                        row -> row.accountId, Collectors.mapping(AudienceEntity::statement, Collectors.toList())));
        statements.values().forEach(all -> all.sort(STRONGEST_FIRST));
        return statements;
    }

    /** The accounts of these creators, of each in their order. */
    public List<AccountEntity> accountsOf(Collection<UUID> creatorIds) {
        return creatorIds.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery(
                                "from AccountEntity a join fetch a.creator where a.creator.id in :creators"
                                        + " order by a.position",
                                AccountEntity.class)
                        .setParameter("creators", creatorIds)
                        .getResultList();
    }
}
