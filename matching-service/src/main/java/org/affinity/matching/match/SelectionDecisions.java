package org.affinity.matching.match;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.affinity.kit.security.Tenancy;
import org.affinity.matching.engine.domain.Hit;
import org.affinity.matching.match.store.SelectionDecisionRepository;
import org.affinity.matching.match.store.SelectionDecisionRepository.SelectionDecision;
import org.affinity.matching.match.store.SelectionPlaces;

/** What matches decided about a creator, as far as the caller may see it. */
@ApplicationScoped
public class SelectionDecisions {

    private static final Comparator<Decision> LATEST_FIRST =
            Comparator.comparing(Decision::matchId, Hit::compareIds).reversed();

    private final SelectionDecisionRepository decisions;
    private final SelectionPlaces places;
    private final Reassessments reassessments;

    SelectionDecisions(SelectionDecisionRepository decisions, SelectionPlaces places, Reassessments reassessments) {
        this.decisions = decisions;
        this.places = places;
        this.reassessments = reassessments;
    }

    /**
     * What one match decided.
     *
     * @param selected as it was saved; null when the match does not name the creator
     * @param place account, score and its parts, as JSON; null when the match does not name the creator
     * @param notSelected as it is assessed now; null when the match names the creator
     */
    public record Decision(UUID matchId, SelectionDecision selected, ObjectNode place, NotSelected notSelected) {}

    /** Latest first, older than {@code before}; null for the start of the list. */
    public List<Decision> list(UUID creatorId, UUID before, int limit) {
        // One after the other: each sees what is its own to see.
        List<SelectionDecision> selected =
                QuarkusTransaction.requiringNew().call(() -> decisions.list(creatorId, before, limit));
        Map<UUID, ObjectNode> found = places(selected, creatorId);
        List<NotSelected> others = reassessments.list(creatorId, before, limit);
        return Stream.concat(
                        selected.stream()
                                .map(decision -> new Decision(
                                        decision.matchId(), decision, found.get(decision.matchId()), null)),
                        others.stream().map(decision -> new Decision(decision.matchId(), null, null, decision)))
                .sorted(LATEST_FIRST)
                .limit(limit)
                .toList();
    }

    private Map<UUID, ObjectNode> places(List<SelectionDecision> selected, UUID creatorId) {
        List<UUID> matches = selected.stream().map(SelectionDecision::matchId).toList();
        return Tenancy.callAsSystem(() -> QuarkusTransaction.requiringNew().call(() -> places.of(matches, creatorId)));
    }
}
