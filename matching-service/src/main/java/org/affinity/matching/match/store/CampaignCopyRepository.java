package org.affinity.matching.match.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** Which version of each campaign was seen, and its state then. */
@ApplicationScoped
public class CampaignCopyRepository {

    private static final String STORE = """
            insert into campaign_copy (campaign_id, organisation_id, version, state)
            values (:campaignId, :organisationId, :version, :state)
            on conflict (campaign_id) do update
            set organisation_id = excluded.organisation_id, version = excluded.version, state = excluded.state
            where campaign_copy.version < excluded.version""";

    private final EntityManager entities;

    CampaignCopyRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Keeps a version unless the one at hand is as new; says whether it was kept. */
    public boolean store(UUID campaignId, UUID organisationId, long version, String state) {
        return entities.createNativeQuery(STORE)
                        .setParameter("campaignId", campaignId)
                        .setParameter("organisationId", organisationId)
                        .setParameter("version", version)
                        .setParameter("state", state)
                        .executeUpdate()
                == 1;
    }

    public void clear() {
        entities.createNativeQuery("delete from campaign_copy").executeUpdate();
    }
}
