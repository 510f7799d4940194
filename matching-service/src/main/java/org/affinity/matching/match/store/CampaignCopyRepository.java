package org.affinity.matching.match.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which version of each campaign was seen, its state then, and while it is published its brief. */
@ApplicationScoped
public class CampaignCopyRepository {

    private static final String STORE = """
            insert into campaign_copy (campaign_id, organisation_id, version, state, brief)
            values (:campaignId, :organisationId, :version, :state, cast(:brief as jsonb))
            on conflict (campaign_id) do update
            set organisation_id = excluded.organisation_id, version = excluded.version, state = excluded.state,
                brief = excluded.brief
            where campaign_copy.version < excluded.version""";

    private static final String PUBLISHED = """
            select organisation_id, version, cast(brief as text)
            from campaign_copy where campaign_id = :campaignId and brief is not null""";

    private final EntityManager entities;

    CampaignCopyRepository(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Keeps a version unless the one at hand is as new; says whether it was kept.
     *
     * @param brief as JSON, as {@link #published} gives it again; null when it is not to be matched any more
     */
    public boolean store(UUID campaignId, UUID organisationId, long version, String state, String brief) {
        return entities.createNativeQuery(STORE)
                        .setParameter("campaignId", campaignId)
                        .setParameter("organisationId", organisationId)
                        .setParameter("version", version)
                        .setParameter("state", state)
                        .setParameter("brief", brief)
                        .executeUpdate()
                == 1;
    }

    /**
     * A published campaign of the caller's organisations.
     *
     * @param brief as it was stored
     */
    public record Published(UUID organisationId, long version, String brief) {}

    /** Empty when the caller has no such campaign, or it is not published. */
    public Optional<Published> published(UUID campaignId) {
        List<?> found = entities.createNativeQuery(PUBLISHED, Object[].class)
                .setParameter("campaignId", campaignId)
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(row -> new Published((UUID) row[0], (Long) row[1], (String) row[2]))
                .findFirst();
    }

    public void clear() {
        entities.createNativeQuery("delete from campaign_copy").executeUpdate();
    }
}
