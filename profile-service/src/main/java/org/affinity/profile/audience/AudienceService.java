package org.affinity.profile.audience;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.affinity.kit.problem.DomainException;
import org.affinity.profile.account.AfterObservation;
import org.affinity.profile.account.domain.FollowerGrowth;
import org.affinity.profile.account.domain.FollowerSeries;
import org.affinity.profile.account.domain.Jump;
import org.affinity.profile.audience.domain.AudienceStatement;
import org.affinity.profile.audience.domain.Credibility;
import org.affinity.profile.audience.domain.Dimension;
import org.affinity.profile.audience.domain.Distribution;
import org.affinity.profile.audience.store.AudienceEntity;
import org.affinity.profile.audience.store.AudienceRepository;
import org.affinity.profile.creator.AccountHistory;
import org.affinity.profile.creator.CreatorService;
import org.affinity.profile.creator.domain.AudienceShares;
import org.affinity.profile.creator.domain.Figure;
import org.affinity.profile.creator.domain.PostFigures;
import org.affinity.profile.creator.domain.Snapshot;
import org.affinity.profile.creator.store.AccountEntity;
import org.affinity.profile.creator.store.CreatorEntity;
import org.affinity.profile.creator.store.CreatorRepository;
import org.affinity.profile.engagement.EngagementService;

/** Who follows the accounts, as each source tells it, and how much of that counts as real. */
@ApplicationScoped
public class AudienceService implements AfterObservation {

    private static final int JUMP_DAYS = 365;
    private static final double USUAL_COMMENTS_PER_LIKE = 0.02;

    private final AudienceRepository audiences;
    private final CreatorRepository creators;
    private final CreatorService changes;
    private final AccountHistory history;
    private final EngagementService engagement;

    AudienceService(
            AudienceRepository audiences,
            CreatorRepository creators,
            CreatorService changes,
            AccountHistory history,
            EngagementService engagement) {
        this.audiences = audiences;
        this.creators = creators;
        this.changes = changes;
        this.history = history;
        this.engagement = engagement;
    }

    /** What is known of the audience of an account. */
    @Transactional
    public Audience find(UUID creatorId, UUID accountId) {
        CreatorEntity creator = creators.findByIdOptional(creatorId).orElseThrow(DomainException::notFound);
        return audience(creator, account(creator, accountId));
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
            account.audience = effective(statements(accountId));
            afterObservation(account);
            return true;
        });
        return find(creatorId, accountId);
    }

    @Override
    public void afterObservation(AccountEntity account) {
        account.credibility = credibility(account, statements(account.id)).value();
    }

    private Audience audience(CreatorEntity creator, AccountEntity account) {
        List<AudienceStatement> statements = statements(account.id);
        return new Audience(
                creator.version, account.id, effective(statements), credibility(account, statements), statements);
    }

    /** Strongest source first, then the latest. */
    private List<AudienceStatement> statements(UUID accountId) {
        return audiences.of(accountId).stream()
                .map(AudienceEntity::statement)
                .sorted(Comparator.comparing(AudienceStatement::source)
                        .thenComparing(AudienceStatement::observedAt, Comparator.reverseOrder()))
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

    private Credibility credibility(AccountEntity account, List<AudienceStatement> statements) {
        var measured = new HashMap<String, Double>();
        for (AudienceStatement statement : statements) {
            if (statement.signals().suspiciousShare() != null) {
                measured.putIfAbsent(
                        "SUSPICIOUS_SHARE",
                        statement.signals().suspiciousShare().doubleValue());
            }
            if (statement.signals().massFollowerShare() != null) {
                measured.putIfAbsent(
                        "MASS_FOLLOWER_SHARE",
                        statement.signals().massFollowerShare().doubleValue());
            }
        }
        measureAccount(account, measured);
        measureHistory(account, measured);
        Figure ratio = engagement.audienceRatio(account.platform, account.current());
        if (ratio.value() != null) {
            measured.put("ENGAGEMENT_OFF_BAND", Math.abs(ratio.value().doubleValue()));
        }
        return Credibility.of(measured);
    }

    private static void measureAccount(AccountEntity account, Map<String, Double> measured) {
        if (account.following != null) {
            measured.put("FOLLOWING", account.following.doubleValue());
        }
        if (account.following != null && account.followers != null && account.followers > 0) {
            measured.put("FOLLOWING_PER_FOLLOWER", account.following.doubleValue() / account.followers.doubleValue());
        }
        PostFigures posts = account.postFigures;
        boolean hasBoth = posts != null
                && posts.likes() != null
                && posts.comments() != null
                && posts.likes().mean() != null
                && posts.comments().mean() != null;
        if (hasBoth
                && posts.likes().mean().signum() > 0
                && posts.comments().mean().signum() > 0) {
            double perLike =
                    posts.comments().mean().doubleValue() / posts.likes().mean().doubleValue();
            measured.put("COMMENTS_PER_LIKE", Math.abs(Math.log10(perLike / USUAL_COMMENTS_PER_LIKE)));
        }
    }

    private void measureHistory(AccountEntity account, Map<String, Double> measured) {
        List<Snapshot> entries = history.historiesOf(List.of(account.id)).getOrDefault(account.id, List.of());
        Instant from = account.observedAt.minus(JUMP_DAYS, ChronoUnit.DAYS);
        var growth = new FollowerGrowth(FollowerSeries.of(entries, from));
        if (growth.canTellJumps()) {
            long upwards = growth.jumps().stream()
                    .filter(jump -> jump.direction() == Jump.Direction.UP)
                    .count();
            measured.put("UPWARD_JUMPS", (double) upwards);
        }
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
            long version,
            UUID accountId,
            List<AudienceShares> effective,
            Credibility credibility,
            List<AudienceStatement> statements) {}
}
