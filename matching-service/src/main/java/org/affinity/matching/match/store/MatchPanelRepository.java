package org.affinity.matching.match.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What-if panels; shows only those of the caller's organisations. */
@ApplicationScoped
public class MatchPanelRepository {

    private final Rows rows;

    MatchPanelRepository(Rows rows) {
        this.rows = rows;
    }

    public void add(
            UUID panelId, UUID matchId, UUID organisationId, String request, String document, Instant completedAt) {
        MatchPanelEntity entity = new MatchPanelEntity();
        entity.panelId = panelId;
        entity.matchId = matchId;
        entity.organisationId = organisationId;
        entity.request = request;
        entity.document = document;
        entity.completedAt = completedAt;
        rows.persist(entity);
    }

    /** The document of a panel of that match. */
    public Optional<String> find(UUID matchId, UUID panelId) {
        return rows.find("panelId = ?1 and matchId = ?2", panelId, matchId)
                .firstResultOptional()
                .map(entity -> entity.document);
    }

    /** Deletes the panels that name a creator; how many there were. */
    public int deleteNaming(UUID creatorId) {
        return rows.getEntityManager()
                .createNativeQuery("delete from match_panel"
                        + " where strpos(document, cast(?1 as text)) > 0 or strpos(request, cast(?1 as text)) > 0")
                .setParameter(1, creatorId.toString())
                .executeUpdate();
    }

    /** Keeps Panache's own methods out of sight of the callers. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<MatchPanelEntity, UUID> {}
}
