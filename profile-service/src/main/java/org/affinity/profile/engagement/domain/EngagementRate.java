package org.affinity.profile.engagement.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.PostFigure;
import org.affinity.profile.creator.domain.PostFigures;
import org.affinity.profile.engagement.domain.EngagementRule.Aggregate;
import org.affinity.profile.engagement.domain.EngagementRule.Base;
import org.affinity.profile.engagement.domain.EngagementRule.Interaction;

/**
 * A rate computed by a rule: either the value or the reason why there is none is null.
 *
 * @param value interactions per unit of the base; above 1 is possible for very small accounts
 * @param reason NO_POST_FIGURES, NO_FOLLOWERS, or MISSING_ and ZERO_ with the name of a figure
 */
public record EngagementRate(BigDecimal value, String reason) {

    /** The rate of an account by a rule. Nobody to divide by gives a reason, never zero and never an error. */
    public static EngagementRate by(EngagementRule rule, Long followers, PostFigures figures) {
        if (rule.base() == Base.FOLLOWERS && followers == null) {
            return none("MISSING_FOLLOWERS");
        }
        if (rule.base() == Base.FOLLOWERS && followers == 0) {
            return none("NO_FOLLOWERS");
        }
        if (figures == null) {
            return none("NO_POST_FIGURES");
        }
        BigDecimal interactions = BigDecimal.ZERO;
        for (Interaction interaction : rule.interactions()) {
            BigDecimal part = of(figureOf(interaction, figures), rule.aggregate());
            if (part == null) {
                return none("MISSING_" + interaction);
            }
            interactions = interactions.add(part);
        }
        BigDecimal base = base(rule, followers, figures);
        if (base == null) {
            return none("MISSING_" + rule.base());
        }
        return base.signum() == 0
                ? none("ZERO_" + rule.base())
                : new EngagementRate(
                        interactions
                                .divide(base, AccountMetrics.RATE_SCALE, RoundingMode.HALF_EVEN)
                                .stripTrailingZeros(),
                        null);
    }

    /** How many people or views stand under one post's interactions, for the spread of the rate; null when unknown. */
    public static Double exposure(EngagementRule rule, Long followers, PostFigures figures) {
        if (rule.base() == Base.FOLLOWERS) {
            return followers == null ? null : followers.doubleValue();
        }
        PostFigure base = figures == null ? null : baseFigure(rule.base(), figures);
        return base == null || base.mean() == null ? null : base.mean().doubleValue();
    }

    private static BigDecimal base(EngagementRule rule, Long followers, PostFigures figures) {
        if (rule.base() == Base.FOLLOWERS) {
            long times = rule.aggregate() == Aggregate.POOLED ? figures.posts() : 1;
            return BigDecimal.valueOf(followers).multiply(BigDecimal.valueOf(times));
        }
        return of(baseFigure(rule.base(), figures), rule.aggregate());
    }

    private static PostFigure baseFigure(Base base, PostFigures figures) {
        return base == Base.REACH ? figures.reach() : figures.views();
    }

    private static PostFigure figureOf(Interaction interaction, PostFigures figures) {
        return switch (interaction) {
            case LIKES -> figures.likes();
            case COMMENTS -> figures.comments();
            case SHARES -> figures.shares();
            case SAVES -> figures.saves();
        };
    }

    private static BigDecimal of(PostFigure figure, Aggregate aggregate) {
        if (figure == null) {
            return null;
        }
        return switch (aggregate) {
            case MEAN -> figure.mean();
            case MEDIAN -> figure.median();
            case POOLED -> figure.sum() == null ? null : BigDecimal.valueOf(figure.sum());
        };
    }

    private static EngagementRate none(String reason) {
        return new EngagementRate(null, reason);
    }
}
