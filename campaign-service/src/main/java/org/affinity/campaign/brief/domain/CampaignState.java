package org.affinity.campaign.brief.domain;

/** Where a campaign stands, as tables, API and events name it. */
public enum CampaignState {
    DRAFT,
    PUBLISHED,
    MATCHED,
    CLOSED
}
