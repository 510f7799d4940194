package org.affinity.matching.match;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.candidate.CandidateService;
import org.affinity.matching.candidate.IndexSnapshot;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.domain.BriefReview;
import org.affinity.matching.match.domain.EligibilityRule;
import org.affinity.matching.match.domain.MatchRun;
import org.affinity.matching.match.domain.Signal;
import org.affinity.matching.match.store.MatchPoolRepository;
import org.affinity.matching.match.store.MatchRunRepository;

/** Says where any creator stands for the brief of a saved match: then as it was answered, and now. */
@ApplicationScoped
public class StandingService {

    private static final double THOUSANDTHS = 1_000;

    private final Reviews reviews;
    private final CandidateService candidates;
    private final MatchIndex matchIndex;
    private final Creators creators;
    private final MatchRunRepository runs;
    private final MatchPoolRepository pools;
    private final PanelReview panels;
    private final SavedMatches saved;

    StandingService(
            Reviews reviews,
            CandidateService candidates,
            MatchIndex matchIndex,
            Creators creators,
            MatchRunRepository runs,
            MatchPoolRepository pools,
            PanelReview panels,
            SavedMatches saved) {
        this.reviews = reviews;
        this.candidates = candidates;
        this.matchIndex = matchIndex;
        this.creators = creators;
        this.runs = runs;
        this.pools = pools;
        this.panels = panels;
        this.saved = saved;
    }

    /**
     * Where a creator stands.
     *
     * @param top number of places that counterfactuals are about; null for as many as the match ranked
     */
    @Transactional
    public CandidateStanding standing(UUID matchId, UUID creatorId, Integer top) {
        MatchRun run = runs.find(matchId).orElseThrow(DomainException::notFound);
        JsonNode document = saved.answer(run);
        int places = top == null
                ? Math.max(
                        MatchService.DEFAULT_RANKING, document.path("ranking").size())
                : top;
        return new CandidateStanding(
                matchId, creatorId, then(run, document, creatorId), now(run, document, creatorId, places));
    }

    private CandidateStanding.Then then(MatchRun run, JsonNode document, UUID creatorId) {
        SavedPool pool = pools.find(run.matchId()).map(saved::pool).orElse(SavedPool.NONE);
        return new CandidateStanding.Then(
                run.completedAt(),
                run.modelVersion(),
                place(document.path("ranking"), creatorId)
                        .map(at ->
                                document.path("ranking").path(at).path("rank").asInt())
                        .orElse(null),
                pool.place(creatorId).orElse(null),
                place(document.path("panel"), creatorId).isPresent(),
                panels.leftOut(run, document, pool, creatorId));
    }

    private static Optional<Integer> place(JsonNode list, UUID creatorId) {
        for (int at = 0; at < list.size(); at++) {
            if (list.path(at).path("creatorId").asText().equals(creatorId.toString())) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private CandidateStanding.Now now(MatchRun run, JsonNode document, UUID creatorId, int top) {
        Brief brief = saved.brief(run);
        Instant now = reviews.now();
        IndexSnapshot index = candidates.snapshot();
        Optional<Candidate> found = creators.find(creatorId);
        BriefReview review = reviews.review(brief, weights(document), now);
        if (found.isEmpty()) {
            return unknown(now, index, review.eligible(matchIndex.pool()), top);
        }
        BriefReview.Standing standing = review.standing(found.get(), matchIndex.pool(), top);
        EligibilityRule rule = standing.rejectedBy();
        return new CandidateStanding.Now(
                now,
                reviews.modelVersion(),
                index.changeNumber(),
                status(standing),
                standing.eligible(),
                standing.ranked() == null ? null : MatchedCreator.of(standing.ranked()),
                rule == null ? null : rule.id(),
                rule == null ? null : review.facts(rule, found.get()),
                top,
                standing.counterfactuals().stream()
                        .map(change -> CounterfactualView.of(change, top))
                        .toList());
    }

    private CandidateStanding.Now unknown(Instant now, IndexSnapshot index, int eligible, int top) {
        return new CandidateStanding.Now(
                now,
                reviews.modelVersion(),
                index.changeNumber(),
                CandidateStanding.Status.UNKNOWN,
                eligible,
                null,
                null,
                null,
                top,
                List.of());
    }

    private static CandidateStanding.Status status(BriefReview.Standing standing) {
        if (standing.ranked() != null) {
            return standing.ranked().rank() <= standing.top()
                    ? CandidateStanding.Status.RANKED
                    : CandidateStanding.Status.BEYOND;
        }
        return standing.rejectedBy() == EligibilityRule.WITHDRAWN
                ? CandidateStanding.Status.WITHDRAWN
                : CandidateStanding.Status.REJECTED;
    }

    /**
     * The weights that the match was made with, as its answer shows them; of answers from before these had a place of
     * their own as the contributions show them, none when it ranked nobody.
     */
    static Map<Signal, Integer> weights(JsonNode document) {
        Map<Signal, Integer> weights = new EnumMap<>(Signal.class);
        document.path("ranking")
                .forEach(place -> place.path("contributions").forEach(part -> addWeight(part, weights)));
        document.path("signalWeights").forEach(weight -> addWeight(weight, weights));
        return weights;
    }

    private static void addWeight(JsonNode weighed, Map<Signal, Integer> weights) {
        Signal.named(weighed.path("signal").asText())
                .ifPresent(signal -> weights.put(
                        signal, (int) Math.round(weighed.path("weight").asDouble() * THOUSANDTHS)));
    }
}
