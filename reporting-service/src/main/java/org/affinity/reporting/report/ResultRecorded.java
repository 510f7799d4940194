package org.affinity.reporting.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.affinity.kit.json.Money;
import org.affinity.reporting.campaign.domain.Collaboration;
import org.affinity.reporting.report.domain.CollaborationResult;

/**
 * Payload of {@code reporting.result.recorded.v1}: what the networks vouch for; null is unknown. A collaboration has
 * one result, which bears its id.
 */
record ResultRecorded(
        UUID resultId,
        long version,
        UUID campaignId,
        UUID collaborationId,
        UUID creatorId,
        UUID organisationId,
        int posts,
        Long impressions,
        Long reach,
        Long engagements,
        Money donations,
        Instant recordedAt) {

    static final String TYPE = "reporting.result.recorded.v1";

    static ResultRecorded of(Collaboration collaboration, CollaborationResult result, String currency, Instant now) {
        return new ResultRecorded(
                collaboration.collaborationId(),
                1,
                collaboration.campaignId(),
                collaboration.collaborationId(),
                collaboration.creatorId(),
                collaboration.organisationId(),
                result.posts(),
                whole(result.impressions()),
                whole(result.reach()),
                whole(result.engagements()),
                result.donations() == null ? null : Money.of(result.donations(), currency),
                now);
    }

    private static Long whole(BigDecimal count) {
        return count == null ? null : count.longValueExact();
    }
}
