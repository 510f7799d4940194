package org.affinity.profile.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.affinity.kit.problem.DomainException;
import org.affinity.profile.account.domain.Activity;
import org.affinity.profile.account.domain.FollowerGrowth;
import org.affinity.profile.account.domain.FollowerSeries;
import org.affinity.profile.creator.AccountHistory;
import org.affinity.profile.creator.AfterObservation;
import org.affinity.profile.creator.CreatorService;
import org.affinity.profile.creator.PlatformCatalogue;
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.BrokenRules;
import org.affinity.profile.creator.domain.CurrentFigures;
import org.affinity.profile.creator.domain.Observation;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.domain.Platforms;
import org.affinity.profile.creator.domain.Snapshot;
import org.affinity.profile.creator.domain.Statement;
import org.affinity.profile.creator.store.AccountEntity;
import org.affinity.profile.creator.store.CreatorEntity;
import org.affinity.profile.creator.store.CreatorRepository;
import org.affinity.profile.creator.store.SnapshotRepository;
import org.affinity.profile.engagement.EngagementService;
import org.affinity.profile.engagement.domain.AudienceFit;
import org.affinity.profile.engagement.domain.EngagementDefinition;
import org.affinity.profile.engagement.domain.EngagementDefinitions;
import org.affinity.profile.engagement.domain.EngagementRate;

/** The accounts of creators: their history, and what it tells. */
@ApplicationScoped
public class AccountService {

    private final CreatorRepository creators;
    private final CreatorService changes;
    private final AccountHistory history;
    private final SnapshotRepository snapshots;
    private final EngagementService engagement;
    private final AfterObservation afterObservation;
    private final PlatformCatalogue platforms;

    AccountService(
            CreatorRepository creators,
            CreatorService changes,
            AccountHistory history,
            SnapshotRepository snapshots,
            EngagementService engagement,
            AfterObservation afterObservation,
            PlatformCatalogue platforms) {
        this.platforms = platforms;
        this.creators = creators;
        this.changes = changes;
        this.history = history;
        this.snapshots = snapshots;
        this.engagement = engagement;
        this.afterObservation = afterObservation;
    }

    /** A creator's accounts with all that is computed of them; histories count from {@code days} before their end. */
    @Transactional
    public Reports reports(UUID creatorId, EngagementDefinition definition, int days) {
        CreatorEntity creator = creators.findByIdOptional(creatorId).orElseThrow(DomainException::notFound);
        Map<UUID, List<Snapshot>> histories = history.historiesOf(
                creator.accounts.stream().map(account -> account.id).toList());
        Map<String, AudienceFit> fits = engagement.fits();
        List<AccountReport> reports = creator.accounts.stream()
                .map(account -> report(account, histories.getOrDefault(account.id, List.of()), definition, days, fits))
                .toList();
        return new Reports(creator.version, reports);
    }

    private AccountReport report(
            AccountEntity account,
            List<Snapshot> entries,
            EngagementDefinition definition,
            int days,
            Map<String, AudienceFit> fits) {
        Instant end = entries.stream()
                .map(Snapshot::observedAt)
                .max(Instant::compareTo)
                .orElse(account.observedAt);
        Instant from = end.minus(days, ChronoUnit.DAYS);
        CurrentFigures current = account.current();
        var growth = new FollowerGrowth(FollowerSeries.of(entries, from));
        return new AccountReport(
                account,
                engagement.rate(definition, account.platform, current),
                engagement.shrunkRate(definition, account.platform, current),
                engagement.audienceRatio(account.platform, current, fits),
                growth.absolute(),
                growth.per30Days(),
                growth.volatility(),
                Activity.postsPerWeek(current, entries, from),
                growth.jumps(),
                growth.canTellJumps());
    }

    /** Part of an account's history, newest first. */
    @Transactional
    public List<Snapshot> history(
            UUID creatorId, UUID accountId, Instant from, Instant to, Instant afterAt, UUID afterId, int limit) {
        account(creators.findByIdOptional(creatorId).orElseThrow(DomainException::notFound), accountId);
        return snapshots.page(accountId, from, to, afterAt, afterId, limit);
    }

    /** Adds an observation to the history of an account, at whatever place its time gives it. */
    @Transactional
    public AccountHistory.Added record(UUID creatorId, UUID accountId, Statement statement) {
        var added = new AccountHistory.Added[1];
        Platforms known = platforms.known();
        changes.changeIf(creatorId, AccountService::anyVersion, creator -> {
            AccountEntity account = account(creator, accountId);
            var rules = new BrokenRules();
            known.check(account.platform, statement.figures(), rules, "");
            rules.refuse();
            added[0] = add(account, statement);
            return added[0].isNew();
        });
        return added[0];
    }

    /**
     * Adds observations of many accounts; null ones are passed over. The answers come in the same order, empty for an
     * account that is not there for the caller, or whose platform does not tell such figures. Creators are locked in
     * the order of their ids.
     */
    @Transactional
    public List<Optional<AccountHistory.Added>> recordAll(List<Told> observations) {
        Map<UUID, UUID> holders = creators.holdersOfIds(observations.stream()
                .filter(Objects::nonNull)
                .map(Told::accountId)
                .toList());
        var byCreator = new TreeMap<UUID, List<Integer>>();
        for (int i = 0; i < observations.size(); i++) {
            UUID holder = observations.get(i) == null
                    ? null
                    : holders.get(observations.get(i).accountId());
            if (holder != null) {
                byCreator.computeIfAbsent(holder, id -> new ArrayList<>()).add(i);
            }
        }
        var results = new ArrayList<Optional<AccountHistory.Added>>(
                Collections.nCopies(observations.size(), Optional.empty()));
        Platforms known = platforms.known();
        byCreator.forEach((creatorId, indexes) -> changes.changeIf(creatorId, AccountService::anyVersion, creator -> {
            boolean isChanged = false;
            for (int i : indexes) {
                Told told = observations.get(i);
                AccountEntity account = account(creator, told.accountId());
                if (known.lackingIn(account.platform, told.statement().figures())
                        .isEmpty()) {
                    AccountHistory.Added added = add(account, told.statement());
                    results.set(i, Optional.of(added));
                    isChanged |= added.isNew();
                }
            }
            return isChanged;
        }));
        return results;
    }

    private AccountHistory.Added add(AccountEntity account, Statement statement) {
        AccountHistory.Added added = history.add(account, withRate(account.platform, statement));
        if (added.isNew()) {
            afterObservation.afterObservation(List.of(account));
        }
        return added;
    }

    /** Observations are only added: there is no change of somebody else's to lose. */
    private static void anyVersion(long version) {
        // any will do
    }

    /** The same statement; without a rate of its own it takes the one that its figures of posts come to. */
    private static Statement withRate(Platform platform, Statement statement) {
        Observation figures = statement.figures();
        AccountMetrics metrics = figures.metrics();
        if (metrics.engagementRate() != null || figures.postFigures() == null) {
            return statement;
        }
        BigDecimal rate = EngagementDefinitions.named(EngagementDefinitions.DEFAULT)
                .ruleFor(platform)
                .map(rule -> EngagementRate.by(rule, metrics.followers(), figures.postFigures())
                        .value())
                .orElse(null);
        BigDecimal views = figures.postFigures().views() == null
                ? null
                : figures.postFigures().views().mean();
        Long averageViews = metrics.averageViews() == null && views != null
                ? Long.valueOf(Math.round(views.doubleValue()))
                : metrics.averageViews();
        var completed = new Observation(
                new AccountMetrics(metrics.followers(), rate, averageViews),
                figures.following(),
                figures.posts(),
                figures.lastPostAt(),
                figures.postFigures());
        return new Statement(
                completed, statement.source(), statement.observedAt(), statement.complete(), statement.statedBy());
    }

    private static AccountEntity account(CreatorEntity creator, UUID accountId) {
        return creator.accounts.stream()
                .filter(account -> account.id.equals(accountId))
                .findFirst()
                .orElseThrow(DomainException::notFound);
    }

    /** What somebody says of an account. */
    public record Told(UUID accountId, Statement statement) {}

    /** The accounts of a creator in one version. */
    public record Reports(long version, List<AccountReport> accounts) {}
}
