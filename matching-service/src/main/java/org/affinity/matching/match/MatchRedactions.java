package org.affinity.matching.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.outbox.Outbox;
import org.affinity.matching.match.domain.MatchRun;
import org.affinity.matching.match.domain.SavedJson;
import org.affinity.matching.match.store.MatchConstraintRepository;
import org.affinity.matching.match.store.MatchPanelRepository;
import org.affinity.matching.match.store.MatchPoolRepository;
import org.affinity.matching.match.store.MatchRunRepository;

/**
 * Takes erased creators out of saved matches. A match keeps its counts, its cost and the places of everybody else; the
 * creator's own place keeps its rank and says that it was redacted. What was told of the match is told again.
 */
@ApplicationScoped
public class MatchRedactions {

    private static final List<String> LISTS = List.of("ranking", "panel");
    private static final List<String> TOLD = fields(MatchCompleted.class);
    private static final List<String> TOLD_OF_PLACES = fields(MatchCompleted.Place.class);

    private final MatchRunRepository runs;
    private final MatchPoolRepository pools;
    private final MatchPanelRepository panels;
    private final MatchConstraintRepository constraints;
    private final Outbox outbox;
    private final SavedMatches saved;

    MatchRedactions(
            MatchRunRepository runs,
            MatchPoolRepository pools,
            MatchPanelRepository panels,
            MatchConstraintRepository constraints,
            Outbox outbox,
            SavedMatches saved) {
        this.runs = runs;
        this.pools = pools;
        this.panels = panels;
        this.constraints = constraints;
        this.outbox = outbox;
        this.saved = saved;
    }

    /**
     * How many matches were redacted, how many pools and constraints of panels left, how many what-if panels deleted.
     */
    public record Redacted(int matches, int pools, int constraints, int panels) {}

    /** Redacts every match that names a creator. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Redacted redact(UUID creatorId) {
        runs.lockAlone();
        int redacted = 0;
        for (UUID matchId : runs.naming(creatorId)) {
            MatchRun match = runs.find(matchId).orElseThrow();
            // Answers from before they told their brief do not name those whom it names.
            if (match.document().text().contains(creatorId.toString())) {
                redact(match, creatorId);
                redacted++;
            }
        }
        return new Redacted(
                redacted, pools.leave(creatorId), constraints.leave(creatorId), panels.deleteNaming(creatorId));
    }

    private void redact(MatchRun match, UUID creatorId) {
        ObjectNode document = saved.answer(match);
        LISTS.forEach(list -> redact(document.path(list), creatorId.toString()));
        if (document.path("panelPlan").path("members") instanceof ArrayNode members) {
            members.removeIf(member -> member.path("creatorId").asText().equals(creatorId.toString()));
        }
        for (JsonNode infeasibility : document.path("panelPlan").path("infeasibilities")) {
            ((ObjectNode) infeasibility)
                    .put("detail", infeasibility.path("detail").asText().replace(creatorId.toString(), "(erased)"));
        }
        leaveBrief(document.path("brief").path("panel"), creatorId.toString());
        document.put("version", document.path("version").asLong() + 1);
        document.put("redactedCreators", document.path("redactedCreators").asInt() + 1);
        runs.redact(match.matchId(), creatorId, SavedJson.of(document.toString()));
        if (match.isTold()) {
            outbox.publish(
                    MatchCompleted.TYPE,
                    match.matchId(),
                    document.path("version").asLong(),
                    told(document));
        }
    }

    /** Nobody is told who had to be in the panel, or must not be, when they were erased. */
    private static void leaveBrief(JsonNode constraints, String creatorId) {
        for (String list : List.of("mustInclude", "exclude", "overlaps")) {
            if (constraints.path(list) instanceof ArrayNode named) {
                named.removeIf(node -> node.toString().contains(creatorId));
            }
        }
    }

    private static void redact(JsonNode places, String creatorId) {
        for (JsonNode place : places) {
            if (place.path("creatorId").asText().equals(creatorId)) {
                ObjectNode redacted = (ObjectNode) place;
                redacted.properties().stream()
                        .filter(property -> !property.getKey().equals("rank"))
                        .forEach(property -> property.setValue(
                                property.getValue().isArray() ? redacted.arrayNode() : redacted.nullNode()));
                redacted.put("redaction", "ERASED");
            }
        }
    }

    /** The event of a redacted match: without the redacted places, which it counts. */
    private static ObjectNode told(ObjectNode document) {
        ObjectNode event = document.deepCopy().retain(TOLD);
        ArrayNode panel = event.putArray("panel");
        for (JsonNode place : document.path("panel")) {
            if (!place.hasNonNull("redaction")) {
                panel.add(((ObjectNode) place.deepCopy()).retain(TOLD_OF_PLACES));
            }
        }
        event.put("redactedPlaces", document.path("panel").size() - panel.size());
        return event;
    }

    private static List<String> fields(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
