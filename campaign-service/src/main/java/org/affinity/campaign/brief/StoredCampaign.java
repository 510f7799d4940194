package org.affinity.campaign.brief;

import java.time.Instant;
import org.affinity.campaign.brief.domain.Campaign;
import org.affinity.campaign.brief.store.CampaignEntity;

/**
 * A campaign as it is stored.
 *
 * @param campaign the campaign in its state
 * @param version 1 when created, one more with each change
 * @param createdAt when it was created
 */
public record StoredCampaign(Campaign campaign, long version, Instant createdAt) {

    static StoredCampaign of(CampaignEntity entity) {
        return new StoredCampaign(entity.toDomain(), entity.version(), entity.createdAt());
    }
}
