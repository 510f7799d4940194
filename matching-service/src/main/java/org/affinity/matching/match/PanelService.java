package org.affinity.matching.match;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.privacy.ErasedSubjects;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.MatchingProblem;
import org.affinity.matching.candidate.CandidateService;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.domain.MatchRun;
import org.affinity.matching.match.domain.PanelCandidate;
import org.affinity.matching.match.domain.PanelOptions;
import org.affinity.matching.match.domain.PanelPlan;
import org.affinity.matching.match.domain.PanelPool;
import org.affinity.matching.match.domain.SavedJson;
import org.affinity.matching.match.domain.Signal;
import org.affinity.matching.match.store.MatchConstraintRepository;
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
    private final MatchConstraintRepository constraints;
    private final IdGenerator ids;
    private final Clock clock;
    private final SavedMatches saved;
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
            MatchConstraintRepository constraints,
            IdGenerator ids,
            Clock clock,
            SavedMatches saved,
            ObjectMapper json) {
        this.data = data;
        this.creators = creators;
        this.candidates = candidates;
        this.matchIndex = matchIndex;
        this.erased = erased;
        this.runs = runs;
        this.pools = pools;
        this.panels = panels;
        this.constraints = constraints;
        this.ids = ids;
        this.clock = clock;
        this.saved = saved;
        this.json = json;
    }

    /** What a match was asked for: the brief, and what its panel had to keep to. */
    public record Asked(Brief brief, PanelOptions options) {}

    @Transactional
    public Asked asked(UUID matchId) {
        return asked(runs.find(matchId).orElseThrow(DomainException::notFound));
    }

    private Asked asked(MatchRun run) {
        return new Asked(saved.brief(run), constraints.find(run.matchId()));
    }

    /** Chooses again from the creators that the match kept; the document, as it is saved. */
    @Transactional
    public String plan(UUID matchId, WhatIf asks) {
        runs.keepErasuresOut();
        WhatIf whatIf = asks.without(erased.among(asks.options().creatorIds()));
        MatchRun run = runs.find(matchId).orElseThrow(DomainException::notFound);
        Asked asked = asked(run);
        Brief brief = asked.brief().with(whatIf.budget(), whatIf.maxCreators());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        PanelPlan plan = data.panels().plan(brief, whatIf.options(), pool(run, asked, brief, whatIf.options()), now);
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

    /** Those the match kept and who are still there; for a larger budget also those who were too dear, as of now. */
    private PanelPool pool(MatchRun run, Asked asked, Brief brief, PanelOptions options) {
        SavedPool kept = kept(run).orElseGet(() -> poolOfNow(run, asked));
        PanelPool pool = kept.toPool(options.mustInclude(), stillThere(kept));
        Money budget = asked.brief().budget();
        if (!brief.budget().exceeds(budget)) {
            return pool;
        }
        PanelPool ofLarger = poolOfNow(brief, options, StandingService.weights(saved.answer(run)));
        return pool.with(ofLarger, budget, options.mustInclude());
    }

    /** The creators of now for a match that was made without a panel, kept for its next panels. */
    private SavedPool poolOfNow(MatchRun run, Asked asked) {
        JsonNode document = saved.answer(run);
        if (document.hasNonNull("panelPlan")) {
            throw new DomainException(
                    MatchingProblem.POOL_NOT_KEPT,
                    "This match is from before its creators were kept; match the brief again.");
        }
        SavedPool pool = SavedPool.of(poolOfNow(asked.brief(), asked.options(), StandingService.weights(document)));
        boolean isFirst = pools.keep(run.matchId(), SavedJson.of(write(pool)), pool.creatorIds());
        return isFirst ? pool : kept(run).orElseThrow();
    }

    private Optional<SavedPool> kept(MatchRun run) {
        return pools.find(run.matchId()).map(saved::pool);
    }

    /** The creators of now, asked for once more when anybody who was erased is still among them. */
    private PanelPool poolOfNow(Brief brief, PanelOptions options, Map<Signal, Integer> weights) {
        PanelPool pool = search(brief, options, weights);
        Set<UUID> found =
                pool.candidates().stream().map(PanelCandidate::creatorId).collect(Collectors.toSet());
        if (erased.among(found).isEmpty()) {
            return pool;
        }
        candidates.refreshedSnapshot();
        return search(brief, options, weights);
    }

    private PanelPool search(Brief brief, PanelOptions options, Map<Signal, Integer> weights) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return data.matcher().pool(brief, options, weights, matchIndex.pool(), now);
    }

    /** The document of a panel that was chosen for a match. */
    @Transactional
    public String find(UUID matchId, UUID panelId) {
        return panels.find(matchId, panelId).orElseThrow(DomainException::notFound);
    }

    /**
     * Panels that were chosen for a match, the latest first.
     *
     * @param before only panels older than this one; null for all
     */
    @Transactional
    public List<PanelSummary> list(UUID matchId, UUID before, int limit) {
        if (!runs.exists(matchId)) {
            throw DomainException.notFound();
        }
        return panels.list(matchId, before, limit).stream().map(this::summary).toList();
    }

    private PanelSummary summary(String listed) {
        try {
            return json.readValue(listed, PanelSummary.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A panel could not be read", e);
        }
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
}
