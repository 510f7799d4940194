package org.affinity.matching.match;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.affinity.kit.security.Tenancy;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.domain.BriefReview;
import org.affinity.matching.match.domain.EligibilityRule;
import org.affinity.matching.match.domain.MatchRun;
import org.affinity.matching.match.domain.RejectionFacts;
import org.affinity.matching.match.store.MatchRunRepository;

/**
 * Says why matches of campaigns passed a creator over. The brief is read with the eyes of the service, as the creator
 * sees neither it nor whose it is; one creator is scored for each match, at the day of the match.
 */
@ApplicationScoped
public class Reassessments {

    private final MatchRunRepository runs;
    private final Creators creators;
    private final Reviews reviews;
    private final SavedMatches saved;

    Reassessments(MatchRunRepository runs, Creators creators, Reviews reviews, SavedMatches saved) {
        this.runs = runs;
        this.creators = creators;
        this.reviews = reviews;
        this.saved = saved;
    }

    /** Latest first, older than {@code before}; null for the start of the list. None of an unknown creator. */
    public List<NotSelected> list(UUID creatorId, UUID before, int limit) {
        Optional<Candidate> candidate = creators.find(creatorId);
        return candidate.isEmpty()
                ? List.of()
                : Tenancy.callAsSystem(() -> QuarkusTransaction.requiringNew()
                        .call(() -> runs.passingOver(creatorId, before, limit, run -> assess(run, candidate.get()))));
    }

    private NotSelected assess(MatchRun run, Candidate candidate) {
        Brief brief = saved.brief(run);
        BriefReview review = reviews.review(brief, Map.of(), run.completedAt());
        EligibilityRule rule = review.rejection(candidate).orElse(null);
        JsonNode ranking = saved.answer(run).path("ranking");
        return new NotSelected(
                run.matchId(),
                run.completedAt(),
                run.eligibleCount(),
                rule,
                rule == null ? null : RejectionFacts.ofCreator(rule, candidate, brief.engagementType()),
                review.alone(candidate).orElse(null),
                ranking.size() < run.eligibleCount() ? lastScore(ranking) : null,
                reviews.modelVersion(),
                reviews.now());
    }

    /** Of those whose places were not redacted. */
    private static Double lastScore(JsonNode ranking) {
        return StreamSupport.stream(ranking.spliterator(), false)
                .filter(place -> place.hasNonNull("score"))
                .map(place -> place.path("score").asDouble())
                .min(Double::compare)
                .orElse(null);
    }
}
