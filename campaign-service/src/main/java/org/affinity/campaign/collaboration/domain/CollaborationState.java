package org.affinity.campaign.collaboration.domain;

/** Where a collaboration stands, as tables, API and events name it. */
public enum CollaborationState {
    INVITED,
    ACCEPTED,
    DECLINED
}
