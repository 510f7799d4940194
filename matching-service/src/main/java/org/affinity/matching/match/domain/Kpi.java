package org.affinity.matching.match.domain;

/** The figure by which an objective is measured. */
public enum Kpi {
    IMPRESSIONS,
    REACH,
    ENGAGEMENTS,
    ENGAGEMENT_RATE,
    POSTS,
    DONATIONS
}
