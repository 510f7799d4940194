package org.affinity.matching.calibration.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.matching.calibration.domain.CalibratedKpi;

/**
 * Copies of collaborations and results. Whichever of the two comes first waits for the other; nothing is kept of
 * creators whose data was erased.
 */
@ApplicationScoped
public class CalibrationRepository {

    private static final String STORE_COLLABORATION = """
            insert into collaboration_copy (collaboration_id, version, organisation_id, campaign_id, creator_id,
                                            account_id, platform, prediction)
            select :collaborationId, :version, :organisationId, :campaignId, :creatorId, :accountId, :platform,
                   cast(:prediction as jsonb)
            where not affinity_is_erased(:creatorId)
            on conflict (collaboration_id) do update
            set version = excluded.version, prediction = coalesce(collaboration_copy.prediction, excluded.prediction)
            where collaboration_copy.version < excluded.version""";

    private static final String STORE_RESULT = """
            insert into result_copy (collaboration_id, version, organisation_id, creator_id, posts, impressions, reach,
                                     engagements, recorded_at)
            select :collaborationId, :version, :organisationId, :creatorId, :posts, cast(:impressions as bigint),
                   cast(:reach as bigint), cast(:engagements as bigint), cast(:recordedAt as timestamptz)
            where not affinity_is_erased(:creatorId)
            on conflict (collaboration_id) do update
            set version = excluded.version, posts = excluded.posts, impressions = excluded.impressions,
                reach = excluded.reach, engagements = excluded.engagements, recorded_at = excluded.recorded_at
            where result_copy.version < excluded.version""";

    /** Predictions of before they told of what piece they are took a story for a post, and prove nothing of others. */
    private static final String SAMPLES = """
            select cast(c.prediction as text), r.posts, r.impressions, r.reach, r.engagements
            from result_copy r join collaboration_copy c using (collaboration_id)
            where jsonb_exists(c.prediction -> 'basis', 'piece') and r.recorded_at >= :since and r.recorded_at < :before
            order by collaboration_id""";

    private final EntityManager entities;

    CalibrationRepository(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * What both a match and the networks said of a collaboration.
     *
     * @param prediction as JSON
     */
    public record SampleRow(String prediction, int posts, Long impressions, Long reach, Long engagements) {}

    /** Sums over collaborations, of one figure, platform and size. */
    public record TotalsRow(
            CalibratedKpi kpi,
            String platform,
            String tier,
            long size,
            long organisations,
            double predicted,
            double measured) {}

    /** Keeps a collaboration unless a version as new is known; a prediction once made stays. */
    public void storeCollaboration(
            UUID collaborationId,
            long version,
            UUID organisationId,
            UUID campaignId,
            UUID creatorId,
            UUID accountId,
            String platform,
            String prediction) {
        entities.createNativeQuery(STORE_COLLABORATION)
                .setParameter("collaborationId", collaborationId)
                .setParameter("version", version)
                .setParameter("organisationId", organisationId)
                .setParameter("campaignId", campaignId)
                .setParameter("creatorId", creatorId)
                .setParameter("accountId", accountId)
                .setParameter("platform", platform)
                .setParameter("prediction", prediction)
                .executeUpdate();
    }

    /** Keeps a result unless a version as new is known. */
    public void storeResult(
            UUID collaborationId,
            long version,
            UUID organisationId,
            UUID creatorId,
            int posts,
            Long impressions,
            Long reach,
            Long engagements,
            Instant recordedAt) {
        entities.createNativeQuery(STORE_RESULT)
                .setParameter("collaborationId", collaborationId)
                .setParameter("version", version)
                .setParameter("organisationId", organisationId)
                .setParameter("creatorId", creatorId)
                .setParameter("posts", posts)
                .setParameter("impressions", text(impressions))
                .setParameter("reach", text(reach))
                .setParameter("engagements", text(engagements))
                .setParameter("recordedAt", recordedAt.toString())
                .executeUpdate();
    }

    public void deleteCollaboration(UUID collaborationId) {
        entities.createNativeQuery("delete from collaboration_copy where collaboration_id = ?1")
                .setParameter(1, collaborationId)
                .executeUpdate();
    }

    public void deleteResult(UUID collaborationId) {
        entities.createNativeQuery("delete from result_copy where collaboration_id = ?1")
                .setParameter(1, collaborationId)
                .executeUpdate();
    }

    public void clearCollaborations() {
        entities.createNativeQuery("delete from collaboration_copy").executeUpdate();
    }

    public void clearResults() {
        entities.createNativeQuery("delete from result_copy").executeUpdate();
    }

    /** Results recorded in a span of time, with what was predicted. */
    public List<SampleRow> samples(Instant since, Instant before) {
        List<?> rows = entities.createNativeQuery(SAMPLES, Object[].class)
                .setParameter("since", since)
                .setParameter("before", before)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row ->
                        new SampleRow((String) row[0], (Integer) row[1], (Long) row[2], (Long) row[3], (Long) row[4]))
                .toList();
    }

    /** Sums by figure, platform and size over the collaborations that the caller sees. */
    public List<TotalsRow> totals() {
        return totals("select * from calibration_totals()");
    }

    /** The same sums over the collaborations of everybody, whoever is the caller. */
    public List<TotalsRow> totalsOfAll() {
        return totals("select * from calibration_totals_of_all()");
    }

    private List<TotalsRow> totals(String query) {
        List<?> rows = entities.createNativeQuery(query, Object[].class).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new TotalsRow(
                        CalibratedKpi.valueOf((String) row[0]),
                        (String) row[1],
                        (String) row[2],
                        ((Number) row[3]).longValue(),
                        ((Number) row[4]).longValue(),
                        ((Number) row[5]).doubleValue(),
                        ((Number) row[6]).doubleValue()))
                .toList();
    }

    private static String text(Long value) {
        return value == null ? null : value.toString();
    }
}
