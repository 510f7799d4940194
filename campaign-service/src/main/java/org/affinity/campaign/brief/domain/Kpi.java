package org.affinity.campaign.brief.domain;

import java.math.BigDecimal;

/** What is measured to tell whether an objective is reached. */
public enum Kpi {
    IMPRESSIONS(Unit.COUNT),
    REACH(Unit.COUNT),
    ENGAGEMENTS(Unit.COUNT),
    ENGAGEMENT_RATE(Unit.RATE),
    POSTS(Unit.COUNT),
    DONATIONS(Unit.MONEY);

    private enum Unit {
        COUNT,
        RATE,
        MONEY
    }

    private final Unit unit;

    Kpi(Unit unit) {
        this.unit = unit;
    }

    /** Why a target makes no sense for this KPI, or null when it does. */
    String objectionTo(BigDecimal target) {
        if (target.signum() <= 0) {
            return "must be greater than 0";
        }
        return switch (unit) {
            case COUNT -> target.stripTrailingZeros().scale() > 0 ? "must be a whole number for " + this : null;
            case RATE -> target.compareTo(BigDecimal.ONE) > 0 ? "must be a share, at most 1, for " + this : null;
            case MONEY -> null;
        };
    }
}
