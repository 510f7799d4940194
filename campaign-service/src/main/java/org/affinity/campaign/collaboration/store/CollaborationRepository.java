package org.affinity.campaign.collaboration.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.campaign.collaboration.domain.CollaborationState;

/** Collaborations in the database, which shows a caller those that it is a party to. */
@ApplicationScoped
public class CollaborationRepository implements PanacheRepositoryBase<CollaborationEntity, UUID> {

    /** Every collaboration of a campaign. */
    public List<CollaborationEntity> listOfCampaign(UUID campaignId) {
        return list("campaignId", campaignId);
    }

    /**
     * A part of the list, newest first.
     *
     * @param campaignId null for any
     * @param state null for any
     * @param after the last collaboration of the part before, or null
     * @param rows how many at most
     */
    public List<CollaborationEntity> page(UUID campaignId, CollaborationState state, UUID after, int rows) {
        StringBuilder query = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (campaignId != null) {
            query.append(" and campaignId = :campaignId");
            parameters.put("campaignId", campaignId);
        }
        if (state != null) {
            query.append(" and state = :state");
            parameters.put("state", state);
        }
        if (after != null) {
            query.append(" and id < :after");
            parameters.put("after", after);
        }
        return find(query.toString(), Sort.descending("id"), parameters)
                .range(0, rows - 1)
                .list();
    }

    /** Marks a campaign's collaborations as those of a closed one; answers that are under way lose against it. */
    public void closeCampaign(UUID campaignId, Instant closedAt) {
        update("campaignClosedAt = ?1, version = version + 1 where campaignId = ?2", closedAt, campaignId);
    }
}
