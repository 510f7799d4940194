package org.affinity.matching.match.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What-if panels; shows only those of the caller's organisations. */
@ApplicationScoped
public class MatchPanelRepository {

    /** Read by the database, as a panel of hundreds is a thousand times as long. */
    private static final String LIST = """
            select cast(json_build_object(
                       'panelId', panel_id, 'matchId', match_id, 'organisationId', organisation_id,
                       'budget', plan.budget, 'maxCreators', plan."maxCreators",
                       'panelSize', json_array_length(whole.panel), 'panelCost', whole."panelCost",
                       'kpi', plan.kpi, 'objectiveValue', plan."objectiveValue", 'gap', plan.gap,
                       'emptyReason', plan."emptyReason", 'completedAt', whole."completedAt") as text)
            from (select panel_id, match_id, organisation_id, cast(document as json) as document from match_panel
                  where match_id = :matchId and panel_id < :before order by panel_id desc limit :limit) listed,
                 json_to_record(document)
                     as whole (panel json, "panelCost" json, "panelPlan" json, "completedAt" json),
                 json_to_record(whole."panelPlan")
                     as plan (budget json, "maxCreators" json, kpi json, "objectiveValue" json, gap json,
                              "emptyReason" json)
            order by panel_id desc""";
    /** No id is greater. */
    private static final UUID LAST = new UUID(-1, -1);

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

    /**
     * Panels of that match, the latest first, each as JSON without its creators.
     *
     * @param before only panels older than this one; null for all
     */
    public List<String> list(UUID matchId, UUID before, int limit) {
        List<?> listed = rows.getEntityManager()
                .createNativeQuery(LIST, String.class)
                .setParameter("matchId", matchId)
                .setParameter("before", before == null ? LAST : before)
                .setParameter("limit", limit)
                .getResultList();
        return listed.stream().map(String.class::cast).toList();
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
