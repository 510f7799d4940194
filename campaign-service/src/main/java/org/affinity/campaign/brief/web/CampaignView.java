package org.affinity.campaign.brief.web;

import java.time.Instant;
import java.util.UUID;
import org.affinity.campaign.brief.StoredCampaign;
import org.affinity.campaign.brief.domain.Campaign;
import org.affinity.campaign.brief.domain.CampaignState;
import org.affinity.kit.http.Precondition.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A campaign with its brief.")
record CampaignView(
        @Schema(description = "Id of the campaign.", examples = "0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b02")
        UUID campaignId,

        @Schema(description = "1 when created, one more with each change.", examples = "2")
        long version,

        @Schema(
                description = "The organisation that the campaign belongs to.",
                examples = "0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b01")
        UUID organisationId,

        @Schema(description = "Where the campaign stands; further states may come.", examples = "PUBLISHED")
        CampaignState state,

        @Schema(description = "Name of the campaign.", examples = "Spring trails 2027")
        String name,

        @Schema(description = "What the organisation wants.")
        BriefView brief,

        @Schema(description = "When the campaign was created.", examples = "2027-01-15T09:30:00Z")
        Instant createdAt,

        @Schema(
                description = "When the campaign was published; null for a draft.",
                nullable = true,
                examples = "2027-01-16T09:30:00Z")
        Instant publishedAt,

        @Schema(
                description = "When the campaign was closed; null before.",
                nullable = true,
                examples = "2027-04-02T17:00:00Z")
        Instant closedAt)
        implements Versioned {

    static CampaignView of(StoredCampaign stored) {
        Campaign campaign = stored.campaign();
        return switch (campaign) {
            case Campaign.Draft _ -> of(stored, null, null);
            case Campaign.Running running -> of(stored, running.publishedAt(), null);
            case Campaign.Closed closed -> of(stored, closed.publishedAt(), closed.closedAt());
        };
    }

    private static CampaignView of(StoredCampaign stored, Instant publishedAt, Instant closedAt) {
        Campaign campaign = stored.campaign();
        return new CampaignView(
                campaign.identity().campaignId(),
                stored.version(),
                campaign.identity().organisationId(),
                campaign.state(),
                campaign.name(),
                BriefView.of(campaign.brief()),
                stored.createdAt(),
                publishedAt,
                closedAt);
    }
}
