package org.affinity.profile.audience;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
        Map<UUID, Credibility> estimates = telling.isEmpty() ? Map.of() : of(telling, statements);
        accounts.forEach(account -> account.credibility =
                estimates.getOrDefault(account.id, Credibility.UNKNOWN).value());
    }

    /**
     * Whether there can be an estimate at all, whatever the history says, which is therefore not read for the others.
     */
    private static boolean canTell(AccountEntity account, List<AudienceStatement> statements) {
        var measured = new HashMap<String, Double>();
        measureAudience(statements, measured);
        measureAccount(account, measured);
        return Credibility.canTell(Stream.concat(measured.keySet().stream(), Stream.of(UPWARD_JUMPS, OFF_BAND))
                .collect(Collectors.toSet()));
    }

    /** The estimate of each account, from what sources say of its audience, the strongest first, and its history. */
    Map<UUID, Credibility> of(Collection<AccountEntity> accounts, Map<UUID, List<AudienceStatement>> statements) {
        Map<UUID, List<Snapshot>> histories =
                history.historiesOf(accounts.stream().map(account -> account.id).toList());
        Map<String, AudienceFit> fits = engagement.fits();
        var estimates = new HashMap<UUID, Credibility>();
        for (AccountEntity account : accounts) {
            var measured = new HashMap<String, Double>();
            measureAudience(statements.getOrDefault(account.id, List.of()), measured);
            measureAccount(account, measured);
            measureHistory(account, histories.getOrDefault(account.id, List.of()), measured);
            Figure ratio = engagement.audienceRatio(account.platform, account.current(), fits);
            if (ratio.value() != null) {
                measured.put(OFF_BAND, Math.abs(ratio.value().doubleValue()));
            }
            estimates.put(account.id, Credibility.of(measured));
        }
        return estimates;
    }

    private static void measureAudience(List<AudienceStatement> statements, Map<String, Double> measured) {
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

    private static void measureHistory(AccountEntity account, List<Snapshot> entries, Map<String, Double> measured) {
        Instant from = account.observedAt.minus(JUMP_DAYS, ChronoUnit.DAYS);
        var growth = new FollowerGrowth(FollowerSeries.of(entries, from));
        if (growth.canTellJumps()) {
            long upwards = growth.jumps().stream()
                    .filter(jump -> jump.direction() == Jump.Direction.UP)
                    .count();
            measured.put(UPWARD_JUMPS, (double) upwards);
        }
    }
}
