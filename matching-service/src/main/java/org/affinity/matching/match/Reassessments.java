package org.affinity.matching.match;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    private final ObjectMapper json;

    Reassessments(MatchRunRepository runs, Creators creators, Reviews reviews, ObjectMapper json) {
        this.runs = runs;
        this.creators = creators;
        this.reviews = reviews;
        // What was saved may be larger than a request may be.
        this.json = json.copyWith(new JsonFactory()).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Latest first, older than {@code before}; null for the start of the list. None of an unknown creator. */
    public List<NotSelected> list(UUID creatorId, UUID before, int limit) {
        Optional<Candidate> candidate = creators.find(creatorId);
        return candidate.isEmpty()
                ? List.of()
                : passingOver(creatorId, before, limit).stream()
                        .map(run -> assess(run, candidate.get()))
                        .toList();
    }

    private List<MatchRun> passingOver(UUID creatorId, UUID before, int limit) {
        try {
            return Tenancy.callAsSystem(
                    () -> QuarkusTransaction.requiringNew().call(() -> runs.passingOver(creatorId, before, limit)));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Matches could not be read", e);
        }
    }

    private NotSelected assess(MatchRun run, Candidate candidate) {
        Brief brief = read(run.brief(), Brief.class);
        BriefReview review = reviews.review(brief, Map.of(), run.completedAt());
        EligibilityRule rule = review.rejection(candidate).orElse(null);
        JsonNode ranking = read(run.document().text(), JsonNode.class).path("ranking");
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

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A saved match could not be read", e);
        }
    }
}
