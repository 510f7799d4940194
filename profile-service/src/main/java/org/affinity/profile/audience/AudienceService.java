package org.affinity.profile.audience;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.affinity.kit.problem.DomainException;
import org.affinity.profile.audience.domain.AudienceStatement;
import org.affinity.profile.audience.domain.Credibility;
import org.affinity.profile.audience.domain.Dimension;
import org.affinity.profile.audience.domain.Distribution;
import org.affinity.profile.audience.store.AudienceEntity;
import org.affinity.profile.audience.store.AudienceRepository;
import org.affinity.profile.creator.CreatorService;
import org.affinity.profile.creator.domain.AudienceShares;
import org.affinity.profile.creator.store.AccountEntity;
import org.affinity.profile.creator.store.CreatorEntity;
import org.affinity.profile.creator.store.CreatorRepository;

/** Who follows the accounts, as each source tells it, and how much of that counts as real. */
@ApplicationScoped
public class AudienceService {

    private final AudienceRepository audiences;
    private final CreatorRepository creators;
    private final CreatorService changes;
    private final CredibilityEstimates estimates;

    AudienceService(
            AudienceRepository audiences,
            CreatorRepository creators,
            CreatorService changes,
            CredibilityEstimates estimates) {
        this.audiences = audiences;
        this.creators = creators;
        this.changes = changes;
        this.estimates = estimates;
    }

    /** What is known of the audience of an account. */
    @Transactional
    public Audience find(UUID creatorId, UUID accountId) {
        CreatorEntity creator = creators.findByIdOptional(creatorId).orElseThrow(DomainException::notFound);
        return audiences(List.of(account(creator, accountId))).getFirst();
    }

    /** The same of every account of those of these creators that the caller may see, by creator. */
    @Transactional
    public Map<UUID, List<Audience>> findAll(Collection<UUID> creatorIds) {
        return audiences(audiences.accountsOf(creatorIds)).stream().collect(Collectors.groupingBy(Audience::creatorId));
    }

    /** Puts a statement in place of the one of the same source, unless that was observed later. */
    @Transactional
    public Audience state(UUID creatorId, UUID accountId, AudienceStatement statement, LongConsumer precondition) {
        changes.changeIf(creatorId, precondition, creator -> {
            AccountEntity account = account(creator, accountId);
            AudienceEntity row = audiences
                    .findByIdOptional(new AudienceEntity.Key(accountId, statement.source()))
                    .orElse(null);
            if (row != null && row.observedAt.isAfter(statement.observedAt())) {
                return false;
            }
            if (row == null) {
                row = new AudienceEntity();
                row.accountId = accountId;
                row.source = statement.source();
                row.state(statement);
                audiences.persist(row);
            } else {
                row.state(statement);
            }
            account.audience =
                    effective(audiences.statementsOf(List.of(accountId)).getOrDefault(accountId, List.of()));
            estimates.afterObservation(List.of(account));
            return true;
        });
        return find(creatorId, accountId);
    }

    private List<Audience> audiences(List<AccountEntity> accounts) {
        Map<UUID, List<AudienceStatement>> statements = audiences.statementsOf(
                accounts.stream().map(account -> account.id).toList());
        Map<UUID, Credibility> credibility = estimates.of(accounts, statements);
        return accounts.stream()
                .map(account -> {
                    List<AudienceStatement> told = statements.getOrDefault(account.id, List.of());
                    return new Audience(
                            account.creator.id,
                            account.creator.version,
                            account.id,
                            effective(told),
                            credibility.get(account.id),
                            told);
                })
                .toList();
    }

    /** Of each dimension what the strongest source that knows it says. */
    private static List<AudienceShares> effective(List<AudienceStatement> statements) {
        var chosen = new ArrayList<AudienceShares>();
        for (Dimension dimension : Dimension.values()) {
            for (AudienceStatement statement : statements) {
                var found = statement.distributions().stream()
                        .filter(one -> one.dimension() == dimension)
                        .findFirst();
                if (found.isPresent()) {
                    Distribution distribution = found.get();
                    chosen.add(new AudienceShares(
                            dimension.name(),
                            statement.source(),
                            statement.observedAt(),
                            distribution.sampleSize(),
                            distribution.shares()));
                    break;
                }
            }
        }
        return chosen;
    }

    private static AccountEntity account(CreatorEntity creator, UUID accountId) {
        return creator.accounts.stream()
                .filter(account -> account.id.equals(accountId))
                .findFirst()
                .orElseThrow(DomainException::notFound);
    }

    /**
     * The audience of an account.
     *
     * @param version of its creator
     * @param effective of each dimension what the strongest source says
     * @param statements all that each source says
     */
    public record Audience(
            UUID creatorId,
            long version,
            UUID accountId,
            List<AudienceShares> effective,
            Credibility credibility,
            List<AudienceStatement> statements) {}
}
