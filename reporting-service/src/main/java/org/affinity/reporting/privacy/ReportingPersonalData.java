package org.affinity.reporting.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.outbox.Outbox;
import org.affinity.kit.privacy.PersonalData;
import org.affinity.kit.privacy.SubjectRows;

/**
 * What this service holds about creators: copies of their collaborations, posts with the readings of their figures, and
 * webhooks that named them. Reports are about campaigns and name nobody; figures stay, so that reports still to come
 * count what was reached.
 */
@ApplicationScoped
class ReportingPersonalData implements PersonalData {

    /** Whoever records figures holds the measurement open: nothing is recorded while it is being anonymised. */
    private static final String HOLD = """
            select pg_advisory_xact_lock(hashtextextended('measurement ' || campaign_id, 0))::text
              from (select campaign_id from collaboration_copy where creator_id = ?
                    union select campaign_id from post where creator_id = ? order by 1) campaigns""";

    private static final String POSTS = """
            update post
               set creator_id = '00000000-0000-0000-0000-000000000000', url = 'urn:affinity:erased:' || post_id,
                   version = version + 1
             where creator_id = ?""";

    private static final String READINGS = """
            update metric_reading
               set creator_id = '00000000-0000-0000-0000-000000000000', recorded_by = 'erased'
             where creator_id = ?""";

    private static final String CLOSURES = """
            update measurement_closure set creator_id = '00000000-0000-0000-0000-000000000000' where creator_id = ?""";

    private static final String REPORTS = """
            select jsonb_build_object('reportId', report_id, 'campaignId', campaign_id, 'organisationId',
                                      organisation_id, 'completedAt', completed_at)
              from report
             where campaign_id in (select campaign_id from measurement_closure where creator_id = ?)
             order by report_id""";

    private static final String WEBHOOKS = """
            select jsonb_build_object('organisationId', organisation_id, 'eventType', event_type, 'state', state,
                                      'createdAt', created_at)
              from webhook_delivery where position(? in body) > 0 order by delivery_id""";

    /** A result has one version. */
    private static final long RETRACTED = 2;

    private final SubjectRows rows;
    private final Outbox outbox;

    ReportingPersonalData(SubjectRows rows, Outbox outbox) {
        this.rows = rows;
        this.outbox = outbox;
    }

    @Override
    public List<Erased> erase(UUID creatorId) {
        rows.texts(HOLD, creatorId, creatorId);
        rows.texts("select collaboration_id::text from measurement_closure where creator_id = ?", creatorId)
                .forEach(
                        collaboration -> outbox.retract("reporting.result", UUID.fromString(collaboration), RETRACTED));
        return List.of(
                rows.delete("collaboration_copy", "delete from collaboration_copy where creator_id = ?", creatorId),
                rows.anonymise("post", POSTS, creatorId),
                rows.anonymise("metric_reading", READINGS, creatorId),
                rows.anonymise("measurement_closure", CLOSURES, creatorId),
                rows.delete(
                        "webhook_delivery",
                        "delete from webhook_delivery where position(? in body) > 0",
                        creatorId.toString()));
    }

    @Override
    public Map<String, List<JsonNode>> extract(UUID creatorId) {
        Map<String, List<JsonNode>> files = new LinkedHashMap<>();
        files.put(
                "collaborations",
                rows.json("select to_jsonb(c) from collaboration_copy c where c.creator_id = ?", creatorId));
        files.put(
                "posts",
                rows.json("select to_jsonb(p) from post p where p.creator_id = ? order by p.post_id", creatorId));
        files.put(
                "metric-readings",
                rows.json(
                        "select to_jsonb(r) - 'recorded_by' from metric_reading r where r.creator_id = ?"
                                + " order by r.reading_id",
                        creatorId));
        files.put("reports", rows.json(REPORTS, creatorId));
        files.put("webhook-deliveries", rows.json(WEBHOOKS, creatorId.toString()));
        return files;
    }

    @Override
    public List<Kept> kept() {
        return List.of(
                new Kept(
                        "Notices by webhook to the organisations that had received the data, with the ids alone",
                        "GDPR article 19: recipients are told of the erasure"),
                new Kept(
                        "Figures of posts without creator, address and who sent them",
                        "Not personal any more (recital 26); needed to account to the organisation for what it paid,"
                                + " GDPR article 17(3)(e)"),
                new Kept(
                        "Measurement reports and their share links: sums, rates and verdicts of a whole campaign. In a"
                                + " campaign of one collaboration they are that collaboration's figures, without a name",
                        "Aggregates, not personal (recital 26); the organisation's business record, GDPR article"
                                + " 17(3)(b) and (e)"));
    }
}
