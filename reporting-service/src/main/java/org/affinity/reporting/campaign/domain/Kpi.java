package org.affinity.reporting.campaign.domain;

import java.util.Arrays;
import java.util.Optional;

/** The indicators a campaign can be measured by; every report states all of them. */
public enum Kpi {
    IMPRESSIONS,
    REACH,
    ENGAGEMENTS,
    ENGAGEMENT_RATE,
    POSTS,
    DONATIONS;

    /** The KPI of that name, empty when the name comes from a newer brief than this service knows. */
    public static Optional<Kpi> named(String name) {
        return Arrays.stream(values()).filter(kpi -> kpi.name().equals(name)).findFirst();
    }
}
