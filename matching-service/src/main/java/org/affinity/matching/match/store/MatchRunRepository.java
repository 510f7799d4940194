package org.affinity.matching.match.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.affinity.matching.match.domain.MatchRun;

/** Answered matches; shows only those of the caller's organisations. */
@ApplicationScoped
public class MatchRunRepository {

    private final Rows rows;

    MatchRunRepository(Rows rows) {
        this.rows = rows;
    }

    /** Keeps a match, and packed with it the creators its panel was chosen from. */
    public void add(MatchRun run, byte[] panelPool) {
        MatchRunEntity entity = MatchRunEntity.of(run);
        entity.panelPool = panelPool;
        rows.persist(entity);
    }

    /** The creators the panel of a match was chosen from, packed; empty for matches of before they were kept. */
    public Optional<byte[]> panelPool(UUID matchId) {
        return rows.findByIdOptional(matchId).map(entity -> entity.panelPool);
    }

    public Optional<MatchRun> find(UUID matchId) {
        return rows.findByIdOptional(matchId).map(MatchRunEntity::toDomain);
    }

    /** Whether this version of a campaign, or a later one, was matched already. */
    public boolean isMatched(UUID campaignId, long campaignVersion) {
        return rows.count("campaignId = ?1 and campaignVersion >= ?2", campaignId, campaignVersion) > 0;
    }

    /**
     * Latest first.
     *
     * @param campaignId null for the matches of all campaigns and briefs
     * @param before the last match of the page before, or null
     */
    public List<MatchRun> list(UUID campaignId, UUID before, int limit) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (campaignId != null) {
            where.append(" and campaignId = :campaignId");
            parameters.put("campaignId", campaignId);
        }
        if (before != null) {
            where.append(" and matchId < :before");
            parameters.put("before", before);
        }
        return rows.find(where + " order by matchId desc", parameters).page(0, limit).stream()
                .map(MatchRunEntity::toDomain)
                .toList();
    }

    /** Keeps Panache's own methods out of sight of the callers. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<MatchRunEntity, UUID> {}
}
