package org.affinity.matching.match;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.outbox.Outbox;
import org.affinity.kit.privacy.ErasedSubjects;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.candidate.CandidateService;
import org.affinity.matching.candidate.IndexSnapshot;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.domain.MatchResult;
import org.affinity.matching.match.domain.MatchRun;
import org.affinity.matching.match.domain.PanelOptions;
import org.affinity.matching.match.domain.PanelPool;
import org.affinity.matching.match.domain.RankingOptions;
import org.affinity.matching.match.domain.SavedJson;
import org.affinity.matching.match.domain.Stopwatch.Part;
import org.affinity.matching.match.store.CampaignCopyRepository;
import org.affinity.matching.match.store.MatchRunRepository;
import org.affinity.matching.match.store.MatchRunRepository.NamedPlace;

/** Answers briefs, and keeps every answer as it was given. */
@ApplicationScoped
public class MatchService {

    /** Length of the ranking when nobody asks for another. */
    public static final int DEFAULT_RANKING = 20;

    private static final String PUBLISHED = "PUBLISHED";

    private final MatchingData data;
    private final CandidateService candidates;
    private final MatchIndex matchIndex;
    private final MatchRunRepository runs;
    private final KeptConstraints constraints;
    private final CampaignCopyRepository campaigns;
    private final ErasedSubjects erased;
    private final Outbox outbox;
    private final MatchTimes times;
    private final IdGenerator ids;
    private final Clock clock;
    private final ObjectMapper json;

    MatchService(
            MatchingData data,
            CandidateService candidates,
            MatchIndex matchIndex,
            MatchRunRepository runs,
            KeptConstraints constraints,
            CampaignCopyRepository campaigns,
            ErasedSubjects erased,
            Outbox outbox,
            MatchTimes times,
            IdGenerator ids,
            Clock clock,
            ObjectMapper json) {
        this.data = data;
        this.candidates = candidates;
        this.matchIndex = matchIndex;
        this.runs = runs;
        this.constraints = constraints;
        this.campaigns = campaigns;
        this.erased = erased;
        this.outbox = outbox;
        this.times = times;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    /**
     * A match that was saved.
     *
     * @param indexLag how many creators have changed since the index it was made from
     */
    public record Answered(MatchRun run, long indexLag) {}

    /** Answers who asks: a brief, or a published campaign as often as wanted. Nobody else is told. */
    public Answered match(CampaignToMatch asked, RankingOptions ranking) {
        return save(asked, asked.campaignId() != null, ranking, candidates.snapshot())
                .answered();
    }

    /** A campaign of the caller with its brief; empty when there is none, or it is not published. */
    @Transactional
    public Optional<CampaignToMatch> published(UUID campaignId) {
        return campaigns.published(campaignId).map(copy -> {
            PublishedBrief published = read(copy.brief());
            return new CampaignToMatch(
                    campaignId, copy.version(), copy.organisationId(), published.brief(), published.options());
        });
    }

    /**
     * Refuses a request that wants creators in its panel whose data was erased.
     *
     * @param pointers where the request names each
     */
    @Transactional
    public void refuseErased(Map<UUID, String> pointers) {
        erased.among(pointers.keySet()).stream()
                .map(pointers::get)
                .sorted()
                .findFirst()
                .ifPresent(pointer -> {
                    throw DomainException.invalid(
                            pointer, "notErased", "is a creator whose data was erased, and has to be left out");
                });
    }

    /**
     * Answers a published campaign once, and tells the others; an older version or one already matched is passed over.
     */
    @Transactional
    public void matchCampaign(CampaignToMatch campaign) {
        match(campaign, campaign.version());
    }

    /** Answers a campaign whose brief somebody left who was erased, unless any version of it was matched before. */
    @Transactional
    public void matchRedacted(CampaignToMatch campaign) {
        match(campaign, 0);
    }

    private void match(CampaignToMatch told, long sufficientVersion) {
        CampaignToMatch campaign = told.without(erased.among(told.options().creatorIds()));
        boolean isNews = campaigns.store(
                campaign.campaignId(),
                campaign.organisationId(),
                campaign.version(),
                PUBLISHED,
                new String(write(new PublishedBrief(campaign.brief(), campaign.options())), StandardCharsets.UTF_8));
        if (!isNews || runs.isMatched(campaign.campaignId(), sufficientVersion)) {
            return;
        }
        MatchDocument document = save(campaign, false, RankingOptions.best(DEFAULT_RANKING), candidates.freshSnapshot())
                .document();
        outbox.publish(MatchCompleted.TYPE, document.matchId(), document.version(), MatchCompleted.of(document));
    }

    /** Remembers that a campaign has ended, so that an older publication is not matched after it. */
    @Transactional
    public void closeCampaign(UUID campaignId, UUID organisationId, long version) {
        campaigns.store(campaignId, organisationId, version, "CLOSED", null);
    }

    /**
     * Forgets the campaigns, to read them again; matches are kept.
     *
     * <p>A closed campaign that was never matched may be matched now, if its publication is read before its closure.
     * Campaign-service passes over such a match, as it was completed after the closure.
     */
    @Transactional
    public void forgetCampaigns() {
        campaigns.clear();
    }

    @Transactional
    public MatchRun find(UUID matchId) {
        return runs.find(matchId).orElseThrow(DomainException::notFound);
    }

    /** Latest first; see {@link MatchRunRepository#list}. */
    @Transactional
    public List<MatchRun> list(UUID campaignId, UUID before, int limit) {
        return runs.list(campaignId, before, limit);
    }

    /**
     * An answer.
     *
     * @param pool those its panel was chosen from; null without a panel
     * @param mentioned those who had to be in the panel and cannot, whom the answer names in words
     */
    private record Answer(MatchDocument document, SavedPool pool, Set<UUID> mentioned) {

        List<NamedPlace> places() {
            Set<UUID> proposed =
                    document.panel().stream().map(MatchedCreator::creatorId).collect(Collectors.toSet());
            Stream<NamedPlace> ranked = document.ranking().stream()
                    .map(place ->
                            new NamedPlace(place.creatorId(), place.rank(), proposed.contains(place.creatorId())));
            Set<UUID> inRanking =
                    document.ranking().stream().map(MatchedCreator::creatorId).collect(Collectors.toSet());
            return Stream.concat(
                            ranked,
                            proposed.stream()
                                    .filter(creatorId -> !inRanking.contains(creatorId))
                                    .map(creatorId -> new NamedPlace(creatorId, null, true)))
                    .toList();
        }

        Set<UUID> inPool() {
            return pool == null ? Set.of() : pool.creatorIds();
        }
    }

    private record Saved(MatchDocument document, Answered answered) {}

    /** What is kept of a published campaign to match it again. */
    private record PublishedBrief(Brief brief, PanelOptions options) {}

    private Answer answer(CampaignToMatch campaign, IndexSnapshot index, RankingOptions ranking) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        MatchResult result = data.matcher()
                .match(
                        campaign.brief(),
                        campaign.optionsOfPanel(),
                        campaign.weights(),
                        matchIndex.pool(),
                        now,
                        ranking);
        MatchDocument document = new MatchDocument(
                ids.next(),
                1,
                campaign.campaignId(),
                campaign.campaignId() == null ? null : campaign.version(),
                campaign.organisationId(),
                data.modelVersion(),
                data.benchmarkVersion(),
                data.priceTableVersion(),
                data.rulesVersion(),
                index.changeNumber(),
                result.eligibleCount(),
                RejectedCount.of(result),
                ProposedMechanic.of(result.mechanic()),
                NotAskedSignal.of(result),
                MatchedCreator.ranking(result, ranking.counterfactualTop()),
                MatchedCreator.of(result.panel()),
                PanelReport.cost(result.plan(), campaign.brief()),
                result.plan() == null
                        ? null
                        : PanelReport.of(result.plan(), campaign.brief(), data.panelModelVersion()),
                result.exposure(),
                now,
                null);
        PanelPool pool = result.pool();
        return pool == null
                ? new Answer(document, null, Set.of())
                : new Answer(
                        document,
                        SavedPool.of(pool),
                        Set.copyOf(pool.unavailable().keySet()));
    }

    /** Saves the answer, made once more when it names anybody who was erased while it was made. */
    private Saved save(CampaignToMatch campaign, boolean askedAgain, RankingOptions ranking, IndexSnapshot index) {
        Answer first = answer(campaign, index, ranking);
        MatchRun run = run(campaign, askedAgain, first.document());
        return times.get(
                Part.SAVE,
                () -> QuarkusTransaction.joiningExisting().call(() -> {
                    OptionalLong lag = add(run, first, campaign.options());
                    if (lag.isPresent()) {
                        return new Saved(first.document(), new Answered(run, lag.getAsLong()));
                    }
                    // Since the first try no erasure can end before this transaction does.
                    CampaignToMatch left =
                            campaign.without(erased.among(campaign.options().creatorIds()));
                    Answer again = answer(left, candidates.refreshedSnapshot(), ranking);
                    MatchRun second = run(left, askedAgain, again.document());
                    return new Saved(
                            again.document(),
                            new Answered(
                                    second, add(second, again, left.options()).orElseThrow()));
                }));
    }

    private OptionalLong add(MatchRun run, Answer answer, PanelOptions options) {
        SavedPool pool = answer.pool();
        OptionalLong lag = runs.add(
                run,
                answer.places(),
                pool == null ? null : SavedJson.of(write(pool)),
                answer.inPool(),
                answer.mentioned());
        if (lag.isPresent()) {
            constraints.keep(run, options);
        }
        return lag;
    }

    private MatchRun run(CampaignToMatch campaign, boolean askedAgain, MatchDocument document) {
        return new MatchRun(
                document.matchId(),
                document.organisationId(),
                document.campaignId(),
                document.campaignVersion(),
                askedAgain,
                document.modelVersion(),
                document.indexSnapshot(),
                document.eligibleCount(),
                document.panel().size(),
                new org.affinity.matching.candidate.domain.Money(
                        document.panelCost().decimal(), document.panelCost().currency()),
                new String(write(campaign.brief()), StandardCharsets.UTF_8),
                times.get(Part.WRITE, () -> SavedJson.of(write(document))),
                document.completedAt());
    }

    private PublishedBrief read(String published) {
        try {
            return json.readValue(published, PublishedBrief.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The brief of a campaign could not be read", e);
        }
    }

    private byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A match could not be written", e);
        }
    }
}
