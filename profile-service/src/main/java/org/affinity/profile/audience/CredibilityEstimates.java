package org.affinity.profile.audience;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.affinity.profile.account.domain.FollowerGrowth;
import org.affinity.profile.account.domain.FollowerSeries;
import org.affinity.profile.account.domain.Jump;
import org.affinity.profile.audience.domain.AudienceStatement;
import org.affinity.profile.audience.domain.Credibility;
import org.affinity.profile.audience.store.AudienceRepository;
import org.affinity.profile.creator.AccountHistory;
import org.affinity.profile.creator.AfterObservation;
import org.affinity.profile.creator.domain.Figure;
import org.affinity.profile.creator.domain.FigureOrigin;
import org.affinity.profile.creator.domain.Observation;
import org.affinity.profile.creator.domain.PostFigures;
import org.affinity.profile.creator.domain.Snapshot;
import org.affinity.profile.creator.store.AccountEntity;
import org.affinity.profile.engagement.EngagementService;
import org.affinity.profile.engagement.domain.AudienceFit;

/** Estimates how much of the audience of accounts counts as real: a few queries for any number of them. */
@ApplicationScoped
class CredibilityEstimates implements AfterObservation {

    private static final String UPWARD_JUMPS = "UPWARD_JUMPS";
    private static final String OFF_BAND = "ENGAGEMENT_OFF_BAND";
    private static final int JUMP_DAYS = 365;
    private static final double USUAL_COMMENTS_PER_LIKE = 0.02;

    private final AudienceRepository audiences;
    private final AccountHistory history;
    private final EngagementService engagement;

    CredibilityEstimates(AudienceRepository audiences, AccountHistory history, EngagementService engagement) {
        this.audiences = audiences;
        this.history = history;
        this.engagement = engagement;
    }

    @Override
    public void afterObservation(Collection<AccountEntity> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        // Most accounts have no audience, so most changes need not ask who says what of it.
        Map<UUID, List<AudienceStatement>> statements = audiences.statementsOf(accounts.stream()
                .filter(account -> account.audience != null)
                .map(account -> account.id)
                .toList());
        List<AccountEntity> telling = accounts.stream()
                .filter(account -> canTell(account, statements.getOrDefault(account.id, List.of())))
                .toList();
        Map<UUID, Measured> measured = telling.isEmpty() ? Map.of() : measured(telling, statements);
        accounts.forEach(account -> {
            Measured found = measured.getOrDefault(account.id, new Measured());
            account.credibility = Credibility.of(found.values).value();
            account.credibilityOrigin = account.credibility == null ? null : found.weakest();
        });
    }

    /** What signals say, and who told what they rest on. */
    private static final class Measured {

        private final Map<String, Double> values = new HashMap<>();
        private final List<FigureOrigin> origins = new ArrayList<>();

        private void put(String signal, double value, FigureOrigin origin) {
            values.put(signal, value);
            origins.add(origin);
        }

        private FigureOrigin weakest() {
            return origins.stream().min(FigureOrigin.WEAKEST_FIRST).orElse(null);
        }
    }

    /**
     * Whether there can be an estimate at all, whatever the history says, which is therefore not read for the others.
     */
    private static boolean canTell(AccountEntity account, List<AudienceStatement> statements) {
        var measured = new Measured();
        measureAudience(statements, measured);
        measureAccount(account, measured);
        return Credibility.canTell(Stream.concat(measured.values.keySet().stream(), Stream.of(UPWARD_JUMPS, OFF_BAND))
                .collect(Collectors.toSet()));
    }

    /** The estimate of each account, from what sources say of its audience, the strongest first, and its history. */
    Map<UUID, Credibility> of(Collection<AccountEntity> accounts, Map<UUID, List<AudienceStatement>> statements) {
        var estimates = new HashMap<UUID, Credibility>();
        measured(accounts, statements).forEach((id, measured) -> estimates.put(id, Credibility.of(measured.values)));
        return estimates;
    }

    private Map<UUID, Measured> measured(
            Collection<AccountEntity> accounts, Map<UUID, List<AudienceStatement>> statements) {
        Map<UUID, List<Snapshot>> histories =
                history.historiesOf(accounts.stream().map(account -> account.id).toList());
        Map<String, AudienceFit> fits = engagement.fits();
        var all = new HashMap<UUID, Measured>();
        for (AccountEntity account : accounts) {
            var measured = new Measured();
            measureAudience(statements.getOrDefault(account.id, List.of()), measured);
            measureAccount(account, measured);
            measureHistory(account, histories.getOrDefault(account.id, List.of()), measured);
            Figure ratio = engagement.audienceRatio(account.platform, account.current(), fits);
            if (ratio.value() != null) {
                measured.put(
                        OFF_BAND,
                        Math.abs(ratio.value().doubleValue()),
                        new FigureOrigin(ratio.source(), ratio.observedAt()));
            }
            all.put(account.id, measured);
        }
        return all;
    }

    private static void measureAudience(List<AudienceStatement> statements, Measured measured) {
        for (AudienceStatement statement : statements) {
            var origin = new FigureOrigin(statement.source(), statement.observedAt());
            putFirst("SUSPICIOUS_SHARE", statement.signals().suspiciousShare(), origin, measured);
            putFirst("MASS_FOLLOWER_SHARE", statement.signals().massFollowerShare(), origin, measured);
        }
    }

    private static void putFirst(String signal, BigDecimal share, FigureOrigin origin, Measured measured) {
        if (share != null && !measured.values.containsKey(signal)) {
            measured.put(signal, share.doubleValue(), origin);
        }
    }

    private static void measureAccount(AccountEntity account, Measured measured) {
        FigureOrigin following = account.current().originOf(Observation.FOLLOWING);
        if (account.following != null) {
            measured.put("FOLLOWING", account.following.doubleValue(), following);
        }
        if (account.following != null && account.followers != null && account.followers > 0) {
            FigureOrigin followers = account.current().originOf(Observation.FOLLOWERS);
            measured.put(
                    "FOLLOWING_PER_FOLLOWER",
                    account.following.doubleValue() / account.followers.doubleValue(),
                    FigureOrigin.WEAKEST_FIRST.compare(followers, following) < 0 ? followers : following);
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
            measured.put(
                    "COMMENTS_PER_LIKE",
                    Math.abs(Math.log10(perLike / USUAL_COMMENTS_PER_LIKE)),
                    account.current().originOf(Observation.POST_FIGURES));
        }
    }

    private static void measureHistory(AccountEntity account, List<Snapshot> entries, Measured measured) {
        Instant from = account.observedAt.minus(JUMP_DAYS, ChronoUnit.DAYS);
        FollowerSeries series = FollowerSeries.of(entries, from);
        var growth = new FollowerGrowth(series);
        if (growth.canTellJumps()) {
            long upwards = growth.jumps().stream()
                    .filter(jump -> jump.direction() == Jump.Direction.UP)
                    .count();
            Instant last = series.points().getLast().at();
            measured.put(UPWARD_JUMPS, (double) upwards, new FigureOrigin(series.source(), last));
        }
    }
}
