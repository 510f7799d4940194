package org.affinity.matching.match;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.privacy.ErasedSubjects;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.MatchingProblem;
import org.affinity.matching.candidate.CandidateService;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.domain.MatchRun;
import org.affinity.matching.match.domain.PanelOptions;
import org.affinity.matching.match.domain.PanelPlan;
import org.affinity.matching.match.domain.SavedJson;
import org.affinity.matching.match.domain.Signal;
import org.affinity.matching.match.store.MatchPanelRepository;
import org.affinity.matching.match.store.MatchPoolRepository;
import org.affinity.matching.match.store.MatchRunRepository;

/** Asks "what if" of an answered match: another panel from the same creators, kept as it was given. */
@ApplicationScoped
public class PanelService {

    private final MatchingData data;
    private final Creators creators;
    private final CandidateService candidates;
    private final MatchIndex matchIndex;
    private final ErasedSubjects erased;
    private final MatchRunRepository runs;
    private final MatchPoolRepository pools;
    private final MatchPanelRepository panels;
    private final IdGenerator ids;
    private final Clock clock;
    private final ObjectMapper json;

    PanelService(
            MatchingData data,
            Creators creators,
            CandidateService candidates,
            MatchIndex matchIndex,
            ErasedSubjects erased,
            MatchRunRepository runs,
            MatchPoolRepository pools,
            MatchPanelRepository panels,
            IdGenerator ids,
            Clock clock,
            ObjectMapper json) {
        this.data = data;
        this.creators = creators;
        this.candidates = candidates;
        this.matchIndex = matchIndex;
        this.erased = erased;
        this.runs = runs;
        this.pools = pools;
        this.panels = panels;
        this.ids = ids;
        this.clock = clock;
        // What was saved may be larger than a request may be, and from a newer replica have fields unknown here.
        this.json = json.copyWith(new JsonFactory()).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** The brief of a match, as it was answered. */
    @Transactional
    public Brief brief(UUID matchId) {
        return read(runs.find(matchId).orElseThrow(DomainException::notFound).brief(), Brief.class);
    }

    /** Chooses again from the creators that the match kept; the document, as it is saved. */
    @Transactional
    public String plan(UUID matchId, WhatIf whatIf) {
        runs.keepErasuresOut();
        MatchRun run = runs.find(matchId).orElseThrow(DomainException::notFound);
        SavedPool pool = pools.find(matchId)
                .map(kept -> read(kept.text(), SavedPool.class))
                .orElseGet(() -> poolOfNow(run));
        Brief brief = read(run.brief(), Brief.class).with(whatIf.budget(), whatIf.maxCreators());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        PanelPlan plan = data.panels()
                .plan(brief, whatIf.options(), pool.toPool(whatIf.options().mustInclude(), stillThere(pool)), now);
        PanelDocument document = new PanelDocument(
                ids.next(),
                1,
                matchId,
                run.organisationId(),
                PanelDocument.places(plan),
                PanelReport.money(plan.cost()),
                PanelReport.of(plan, brief, data.panelModelVersion()),
                now);
        String text = write(document);
        panels.add(document.panelId(), matchId, run.organisationId(), write(whatIf), text, now);
        return text;
    }

    /** The creators of now for a match that was made without a panel, kept for its next panels. */
    private SavedPool poolOfNow(MatchRun run) {
        JsonNode document = read(run.document().text(), JsonNode.class);
        if (document.hasNonNull("panelPlan")) {
            throw new DomainException(
                    MatchingProblem.POOL_NOT_KEPT,
                    "This match is from before its creators were kept; match the brief again.");
        }
        Map<Signal, Integer> weights = StandingService.weights(document);
        SavedPool pool = pool(run, weights);
        if (!erased.among(pool.creatorIds()).isEmpty()) {
            candidates.refreshedSnapshot();
            pool = pool(run, weights);
        }
        pools.keep(run.matchId(), SavedJson.of(write(pool)), pool.creatorIds());
        return pool;
    }

    private SavedPool pool(MatchRun run, Map<Signal, Integer> weights) {
        return SavedPool.of(data.matcher()
                .pool(
                        read(run.brief(), Brief.class),
                        PanelOptions.NONE,
                        weights,
                        matchIndex.pool(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** The document of a panel that was chosen for a match. */
    @Transactional
    public String find(UUID matchId, UUID panelId) {
        return panels.find(matchId, panelId).orElseThrow(DomainException::notFound);
    }

    /** Who has withdrawn since the match is not proposed any more. */
    private Set<UUID> stillThere(SavedPool pool) {
        return creators.find(pool.creatorIds()).values().stream()
                .filter(Candidate::active)
                .map(Candidate::creatorId)
                .collect(Collectors.toSet());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A panel could not be written", e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A saved match could not be read", e);
        }
    }
}
