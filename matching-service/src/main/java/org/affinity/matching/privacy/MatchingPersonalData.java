package org.affinity.matching.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.privacy.PersonalData;
import org.affinity.kit.privacy.SubjectRows;
import org.affinity.matching.candidate.CandidateService;
import org.affinity.matching.match.MatchRedactions;
import org.affinity.matching.match.store.MatchPoolRepository;
import org.affinity.matching.match.store.SelectionPlaces;

/**
 * What this service holds about creators: the candidates, with the index made of them, saved matches, and what was
 * predicted and measured of collaborations.
 */
@ApplicationScoped
class MatchingPersonalData implements PersonalData {

    private final SubjectRows rows;
    private final CandidateService candidates;
    private final MatchRedactions matches;
    private final SelectionPlaces places;
    private final MatchPoolRepository pools;

    MatchingPersonalData(
            SubjectRows rows,
            CandidateService candidates,
            MatchRedactions matches,
            SelectionPlaces places,
            MatchPoolRepository pools) {
        this.rows = rows;
        this.candidates = candidates;
        this.matches = matches;
        this.places = places;
        this.pools = pools;
    }

    @Override
    public List<Erased> erase(UUID creatorId) {
        long decisions = rows.count("select count(*) from selection_decision where creator_id = ?", creatorId);
        long known = rows.count("select count(*) from candidate where creator_id = ? and state is not null", creatorId);
        MatchRedactions.Redacted redacted = matches.redact(creatorId);
        candidates.erase(creatorId);
        Erased collaborations =
                rows.delete("collaboration_copy", "delete from collaboration_copy where creator_id = ?", creatorId);
        // The campaign is told again without the creator, and with that its brief.
        Erased campaigns = rows.anonymise(
                "campaign_copy",
                "update campaign_copy set brief = null where strpos(cast(brief as text), cast(? as text)) > 0",
                creatorId);
        Erased results = rows.delete("result_copy", "delete from result_copy where creator_id = ?", creatorId);
        return List.of(
                new Erased("candidate", Action.DELETED, known),
                new Erased("match_run", Action.ANONYMISED, redacted.matches()),
                new Erased("match_pool", Action.DELETED, redacted.pools()),
                new Erased("match_constraint", Action.ANONYMISED, redacted.constraints()),
                new Erased("match_panel", Action.DELETED, redacted.panels()),
                new Erased("selection_decision", Action.DELETED, decisions),
                campaigns,
                collaborations,
                results);
    }

    @Override
    public Map<String, List<JsonNode>> extract(UUID creatorId) {
        Map<String, List<JsonNode>> files = new LinkedHashMap<>();
        files.put(
                "candidate",
                rows.json("select c.state from candidate c where c.creator_id = ? and c.state is not null", creatorId));
        files.put("selection-decisions", decisions(creatorId));
        files.put(
                "mentions",
                rows.json(
                        "select to_jsonb(m) from match_mention m where m.creator_id = ? order by m.match_id",
                        creatorId));
        files.put("panel-constraints", rows.json("""
                        select jsonb_build_object(
                                   'match_id', c.match_id,
                                   'required', jsonb_exists(c.options -> 'mustInclude', cast(? as text)),
                                   'excluded', jsonb_exists(c.options -> 'exclude', cast(? as text)))
                        from match_constraint c
                        where c.creators @> array[cast(? as uuid)] order by c.match_id""", creatorId, creatorId, creatorId));
        files.put("what-if-panels", rows.json("""
                        select jsonb_build_object('match_id', p.match_id, 'panel_id', p.panel_id) from match_panel p
                        where strpos(p.document || p.request, cast(? as text)) > 0 order by p.panel_id""", creatorId));
        files.put("campaign-briefs", rows.json("""
                        select jsonb_build_object('campaign_id', c.campaign_id) from campaign_copy c
                        where strpos(cast(c.brief as text), cast(? as text)) > 0 order by c.campaign_id""", creatorId));
        files.put(
                "panel-pools",
                pools.entriesOf(creatorId).stream()
                        .<JsonNode>map(entry -> JsonNodeFactory.instance
                                .objectNode()
                                .put("matchId", entry.matchId().toString())
                                .set("candidate", entry.candidate()))
                        .toList());
        files.put(
                "predictions",
                rows.json(
                        "select to_jsonb(c) from collaboration_copy c where c.creator_id = ? order by c.collaboration_id",
                        creatorId));
        files.put(
                "results",
                rows.json(
                        "select to_jsonb(r) from result_copy r where r.creator_id = ? order by r.collaboration_id",
                        creatorId));
        return files;
    }

    private List<JsonNode> decisions(UUID creatorId) {
        List<JsonNode> decisions = rows.json(
                "select to_jsonb(d) from selection_decision d where d.creator_id = ? order by d.match_id", creatorId);
        Map<UUID, ObjectNode> found =
                places.of(decisions.stream().map(MatchingPersonalData::matchId).toList(), creatorId);
        decisions.forEach(decision -> ((ObjectNode) decision).set("place", found.get(matchId(decision))));
        return decisions;
    }

    private static UUID matchId(JsonNode decision) {
        return UUID.fromString(decision.path("match_id").asText());
    }

    @Override
    public List<Kept> kept() {
        return List.of(new Kept(
                "Saved matches: brief, model, counts, cost and the places of others; the creator's place is a redaction"
                        + " marker with its rank",
                "Not personal any more (recital 26); the organisation's record of how a panel came about, GDPR article"
                        + " 17(3)(e)"));
    }
}
