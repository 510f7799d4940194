package org.affinity.campaign.brief.domain;

/** What a creator gets for a collaboration. */
public enum EngagementType {
    PAID,
    GIFTED,
    AFFILIATE,
    VOLUNTEER;

    /** Whether a campaign of this type must have money to spend. */
    boolean needsBudget() {
        return switch (this) {
            case PAID, AFFILIATE -> true;
            case GIFTED, VOLUNTEER -> false;
        };
    }
}
