package org.affinity.profile.engagement.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.affinity.profile.engagement.domain.EngagementDefinition;
import org.affinity.profile.engagement.domain.EngagementDefinitions;
import org.affinity.profile.engagement.domain.EngagementRule;
import org.affinity.profile.engagement.domain.EngagementRule.Aggregate;
import org.affinity.profile.engagement.domain.EngagementRule.Base;
import org.affinity.profile.tier.domain.TierBand;
import org.affinity.profile.tier.domain.TierScheme;
import org.affinity.profile.tier.domain.TierSchemes;

/**
 * The statements that compute benchmarks, written from the definitions and the tier schemes, which are our own data.
 */
final class PoolQueries {

    private static final String POOL =
            " from account a join creator c on c.id = a.creator_id and c.status = 'ACTIVE' where a.followers > 0";

    /** Benchmarks of every platform, definition, scheme and tier with enough accounts. */
    static final String BENCHMARKS = """
            insert into engagement_benchmark (platform, definition, tier_scheme, tier, accounts, mean, lower_quartile,
                median, upper_quartile, trimmed_mean, trimmed_variance, computed_at)
            with active as materialized (
                select a.platform, a.followers, a.engagement_rate, a.post_figures%s),
            rate as (%s),
            band (tier_scheme, tier, fewest, most) as (values %s),
            banded as materialized (
                select r.platform, r.definition, b.tier_scheme, b.tier, r.rate
                from rate r join band b on r.followers between b.fewest and b.most
                where r.rate is not null),
            pool as (
                select platform, definition, tier_scheme, tier, count(*) as accounts, avg(rate) as mean,
                    percentile_cont(array[0.25, 0.5, 0.75]) within group (order by rate) as quartiles
                from banded group by platform, definition, tier_scheme, tier having count(*) >= :fewest)
            select p.platform, p.definition, p.tier_scheme, p.tier, p.accounts, p.mean, p.quartiles[1], p.quartiles[2],
                p.quartiles[3], avg(least(b.rate, p.quartiles[3] + 1.5 * (p.quartiles[3] - p.quartiles[1]))),
                var_samp(least(b.rate, p.quartiles[3] + 1.5 * (p.quartiles[3] - p.quartiles[1]))), cast(:now as timestamptz)
            from pool p join banded b using (platform, definition, tier_scheme, tier)
            group by p.platform, p.definition, p.tier_scheme, p.tier, p.accounts, p.mean, p.quartiles
            """.formatted(POOL, rates(), bands());

    /** A line through ln(rate) and ln(followers) for every platform with enough accounts. */
    static final String FITS = """
            insert into engagement_fit (platform, accounts, slope, intercept, residual_deviation, mean_log_followers,
                square_sum, computed_at)
            select platform, count(*), regr_slope(y, x), regr_intercept(y, x),
                sqrt(greatest(0, regr_syy(y, x) - power(regr_sxy(y, x), 2) / nullif(regr_sxx(y, x), 0))
                    / (count(*) - 2)),
                avg(x), regr_sxx(y, x), cast(:now as timestamptz)
            from (select a.platform, ln(a.followers::double precision) as x,
                      ln(a.engagement_rate::double precision) as y %s and a.engagement_rate > 0) as point
            group by platform having count(*) >= :fewest
            """.formatted(POOL);

    private PoolQueries() {}

    private static String rates() {
        var parts = new ArrayList<String>();
        for (EngagementDefinition definition : EngagementDefinitions.all()) {
            if (definition.id().equals(EngagementDefinitions.DEFAULT)) {
                // Lists and creators state this rate as it is; see AccountService for snapshots with figures of posts.
                parts.add("select a.platform, '" + definition.id()
                        + "' as definition, a.followers, a.engagement_rate::double precision as rate from active a"
                        + " where a.engagement_rate is not null");
            } else {
                definition.rules().forEach(rule -> parts.add(rate(definition, rule)));
            }
        }
        return String.join(" union all ", parts);
    }

    private static String rate(EngagementDefinition definition, EngagementRule rule) {
        String interactions = rule.interactions().stream()
                .map(interaction -> figure(interaction.name(), rule.aggregate()))
                .collect(Collectors.joining(" + "));
        return "select a.platform, '" + definition.id() + "', a.followers, (" + interactions + ") / nullif("
                + base(rule) + ", 0) from active a where a.post_figures is not null and " + platforms(definition, rule);
    }

    private static String base(EngagementRule rule) {
        if (rule.base() != Base.FOLLOWERS) {
            return figure(rule.base().name(), rule.aggregate());
        }
        return rule.aggregate() == Aggregate.POOLED
                ? "a.followers * (a.post_figures ->> 'posts')::double precision"
                : "a.followers::double precision";
    }

    private static String figure(String name, Aggregate aggregate) {
        String part = aggregate == Aggregate.POOLED ? "sum" : aggregate.name().toLowerCase(Locale.ROOT);
        return "(a.post_figures -> '" + name.toLowerCase(Locale.ROOT) + "' ->> '" + part + "')::double precision";
    }

    private static String platforms(EngagementDefinition definition, EngagementRule rule) {
        boolean isOwn = !rule.platforms().isEmpty();
        List<String> named = (isOwn ? List.of(rule) : definition.rules())
                .stream()
                        .flatMap(one -> one.platforms().stream())
                        .map(platform -> "'" + platform + "'")
                        .toList();
        return named.isEmpty()
                ? "true"
                : "a.platform " + (isOwn ? "in (" : "not in (") + String.join(", ", named) + ")";
    }

    private static String bands() {
        var rows = new ArrayList<String>();
        for (TierScheme scheme : TierSchemes.all()) {
            for (TierBand band : scheme.bands()) {
                rows.add("('" + scheme.id() + "', '" + band.tier() + "', " + band.fewestFollowers() + "::bigint, "
                        + band.highest() + "::bigint)");
            }
        }
        return String.join(", ", rows);
    }
}
