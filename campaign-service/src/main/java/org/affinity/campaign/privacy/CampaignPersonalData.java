package org.affinity.campaign.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.campaign.brief.CampaignService;
import org.affinity.kit.outbox.Outbox;
import org.affinity.kit.privacy.PersonalData;
import org.affinity.kit.privacy.SubjectRows;

/**
 * What this service holds about creators: the copy of how to address them, their places in proposals, and their
 * collaborations; and briefs that name them as one who has to be in the panel, or must not be.
 */
@ApplicationScoped
class CampaignPersonalData implements PersonalData {

    /** Whoever invites holds the campaign: nobody is invited while their data is being erased. */
    private static final String HOLD = """
            select id::text from campaign
             where id in (select campaign_id from proposal
                           where content -> 'panel' @> jsonb_build_array(jsonb_build_object('creatorId', ?::text)))
             order by id for update""";

    private static final String REDACT = """
            update proposal
               set version = version + 1,
                   content = content || jsonb_build_object(
                       'panel', (select coalesce(jsonb_agg(place order by n), '[]'::jsonb)
                                   from jsonb_array_elements(content -> 'panel') with ordinality panel (place, n)
                                  where place ->> 'creatorId' <> ?::text),
                       'redactedPlaces', coalesce((content ->> 'redactedPlaces')::int, 0) + 1)
             where content -> 'panel' @> jsonb_build_array(jsonb_build_object('creatorId', ?::text))""";

    /** A new id for each row: two collaborations do not even lead to each other. */
    private static final String ANONYMISE = """
            update collaboration
               set creator_id = gen_random_uuid(), account_id = gen_random_uuid(), handle = 'erased', message = '',
                   refusal_reason = null, version = version + 1
             where creator_id = ?""";

    private static final String PLACES = """
            select jsonb_build_object('campaignId', campaign_id, 'organisationId', organisation_id, 'place', place)
              from proposal cross join jsonb_array_elements(content -> 'panel') place
             where place ->> 'creatorId' = ?::text""";

    /** Who asked for the creator, or against: not the rest of the brief, which is the organisation's own. */
    private static final String BRIEFS = """
            select jsonb_build_object('campaignId', id, 'organisationId', organisation_id,
                       'mustInclude', coalesce(brief #> '{conditions,panel,mustInclude}' @> to_jsonb(?::text), false),
                       'exclude', coalesce(brief #> '{conditions,panel,exclude}' @> to_jsonb(?::text), false))
              from campaign where strpos(brief::text, ?::text) > 0""";

    private final SubjectRows rows;
    private final CampaignService campaigns;
    private final Outbox outbox;

    CampaignPersonalData(SubjectRows rows, CampaignService campaigns, Outbox outbox) {
        this.rows = rows;
        this.campaigns = campaigns;
        this.outbox = outbox;
    }

    @Override
    public List<Erased> erase(UUID creatorId) {
        rows.texts(HOLD, creatorId.toString());
        Erased briefs = new Erased("campaign", Action.ANONYMISED, campaigns.forget(creatorId));
        Erased places = rows.anonymise("proposal", REDACT, creatorId.toString(), creatorId.toString());
        List<JsonNode> collaborations = rows.json(
                "select jsonb_build_object('id', id, 'version', version) from collaboration where creator_id = ?",
                creatorId);
        Erased worked = rows.anonymise("collaboration", ANONYMISE, creatorId);
        collaborations.forEach(collaboration -> outbox.retract(
                "campaign.collaboration",
                UUID.fromString(collaboration.path("id").asText()),
                collaboration.path("version").asLong() + 1));
        Erased copy = rows.delete("creator", "delete from creator where id = ?", creatorId);
        return List.of(briefs, places, worked, copy);
    }

    @Override
    public Map<String, List<JsonNode>> extract(UUID creatorId) {
        Map<String, List<JsonNode>> files = new LinkedHashMap<>();
        files.put("creator", rows.json("select to_jsonb(c) from creator c where c.id = ?", creatorId));
        files.put(
                "collaborations",
                rows.json("select to_jsonb(c) from collaboration c where c.creator_id = ? order by c.id", creatorId));
        files.put("proposals", rows.json(PLACES, creatorId.toString()));
        files.put("briefs", rows.json(BRIEFS, creatorId.toString(), creatorId.toString(), creatorId.toString()));
        return files;
    }

    @Override
    public List<Kept> kept() {
        return List.of(
                new Kept(
                        "Collaborations without creator, account, handle, message and reason: campaign, fee, state and"
                                + " dates, which are the organisation's business record",
                        "Not personal any more (recital 26); GDPR article 17(3)(b) and (e) with the duty to keep"
                                + " accounts, such as article L123-22 of the French commercial code, 10 years"),
                new Kept(
                        "Proposals without the creator's place: the panel's cost and the counts of creators",
                        "Aggregates, not personal (recital 26)"));
    }
}
