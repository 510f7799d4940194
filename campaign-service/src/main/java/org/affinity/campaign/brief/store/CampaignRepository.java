package org.affinity.campaign.brief.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.campaign.brief.domain.CampaignState;

/** Campaigns in the database, which shows only those that the caller may see. */
@ApplicationScoped
public class CampaignRepository implements PanacheRepositoryBase<CampaignEntity, UUID> {

    /** Campaigns whose brief names a creator, kept as they are until the transaction ends. */
    public List<CampaignEntity> naming(UUID creatorId) {
        List<?> found = getEntityManager()
                .createNativeQuery("""
                        select * from campaign
                        where strpos(cast(brief as text), cast(:creator as text)) > 0
                        order by id for update""", CampaignEntity.class)
                .setParameter("creator", creatorId.toString())
                .getResultList();
        return found.stream().map(CampaignEntity.class::cast).toList();
    }

    /**
     * A part of the list, newest first.
     *
     * @param state null for any
     * @param after the last campaign of the part before, or null
     * @param rows how many at most
     */
    public List<CampaignEntity> page(CampaignState state, UUID after, int rows) {
        StringBuilder query = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
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
}
