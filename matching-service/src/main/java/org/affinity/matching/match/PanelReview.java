package org.affinity.matching.match;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.affinity.matching.match.domain.LeftOutReason;
import org.affinity.matching.match.domain.MatchRun;
import org.affinity.matching.match.domain.PanelPool;
import org.affinity.matching.match.store.MatchConstraintRepository;

/** Says why creators are not in the panels of saved matches, from what was saved of each. */
@ApplicationScoped
class PanelReview {

    private final MatchingData data;
    private final MatchConstraintRepository constraints;
    private final SavedMatches saved;

    PanelReview(MatchingData data, MatchConstraintRepository constraints, SavedMatches saved) {
        this.data = data;
        this.constraints = constraints;
        this.saved = saved;
    }

    /**
     * Why a creator is not in the panel of a match; null for who is, without a panel, and for matches from before they
     * told their brief: these did not all keep what their panel had to keep to.
     */
    LeftOutView leftOut(MatchRun run, JsonNode document, SavedPool pool, UUID creatorId) {
        JsonNode plan = document.path("panelPlan");
        if (!document.has("brief") || !plan.isObject()) {
            return null;
        }
        if (plan.path("panelModelVersion").asText().equals(data.panelModelVersion()) && isWhole(document)) {
            return data.panels()
                    .leftOut(
                            saved.brief(run),
                            constraints.find(run.matchId()),
                            new PanelPool(pool.candidates(), pool.eligible(), new TreeMap<>()),
                            plan.path("maxShareOfBudget").asDouble(),
                            members(document),
                            run.completedAt())
                    .of(creatorId)
                    .map(LeftOutView::of)
                    .orElse(null);
        }
        return members(document).contains(creatorId) ? null : withoutFacts(document, creatorId);
    }

    private static boolean isWhole(JsonNode document) {
        return StreamSupport.stream(document.path("panel").spliterator(), false)
                .noneMatch(place -> place.hasNonNull("redaction"));
    }

    private static Set<UUID> members(JsonNode document) {
        return StreamSupport.stream(document.path("panel").spliterator(), false)
                .filter(place -> place.hasNonNull("creatorId"))
                .map(place -> UUID.fromString(place.path("creatorId").asText()))
                .collect(Collectors.toSet());
    }

    /** The reason as the match itself tells it of those it ranks. */
    private static LeftOutView withoutFacts(JsonNode document, UUID creatorId) {
        LeftOutReason reason = StreamSupport.stream(document.path("ranking").spliterator(), false)
                .filter(place -> place.path("creatorId").asText().equals(creatorId.toString()))
                .flatMap(place -> Arrays.stream(LeftOutReason.values())
                        .filter(known ->
                                known.name().equals(place.path("leftOutReason").asText())))
                .findFirst()
                .orElse(null);
        return LeftOutView.withoutFacts(
                reason,
                isWhole(document)
                        ? "The facts cannot be told any more: panels are reckoned otherwise since."
                        : "The facts cannot be told any more: a member of the panel was erased.");
    }
}
