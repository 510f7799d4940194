package org.affinity.matching.match;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.json.Money;
import org.affinity.kit.outbox.Outbox;
import org.affinity.kit.privacy.ErasedSubjects;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.candidate.CandidateService;
import org.affinity.matching.candidate.IndexSnapshot;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.domain.MatchResult;
import org.affinity.matching.match.domain.MatchRun;
import org.affinity.matching.match.domain.PanelCandidate;
import org.affinity.matching.match.domain.PanelOptions;
import org.affinity.matching.match.domain.RankingOptions;
import org.affinity.matching.match.domain.Signal;
import org.affinity.matching.match.store.CampaignCopyRepository;
import org.affinity.matching.match.store.MatchRunRepository;

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
    private final CampaignCopyRepository campaigns;
    private final ErasedSubjects erased;
    private final Outbox outbox;
    private final IdGenerator ids;
    private final Clock clock;
    private final ObjectMapper json;

    MatchService(
            MatchingData data,
            CandidateService candidates,
            MatchIndex matchIndex,
            MatchRunRepository runs,
            CampaignCopyRepository campaigns,
            ErasedSubjects erased,
            Outbox outbox,
            IdGenerator ids,
            Clock clock,
            ObjectMapper json) {
        this.data = data;
        this.candidates = candidates;
        this.matchIndex = matchIndex;
        this.runs = runs;
        this.campaigns = campaigns;
        this.erased = erased;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    /** Answers a brief that belongs to no campaign. */
    @Transactional
    public MatchRun matchBrief(
            Brief brief,
            PanelOptions options,
            Map<Signal, Integer> weights,
            UUID organisationId,
            RankingOptions ranking) {
        CampaignToMatch none = new CampaignToMatch(null, 0, organisationId, brief, options, weights);
        return save(none, unerased(index -> answer(none, null, index, ranking), candidates.snapshot()));
    }

    /** How many creators this replica would see otherwise if it had already taken over all that is stored. */
    @Transactional
    public long indexLag() {
        return candidates.lag();
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

    private void match(CampaignToMatch campaign, long sufficientVersion) {
        boolean isNews =
                campaigns.store(campaign.campaignId(), campaign.organisationId(), campaign.version(), PUBLISHED);
        if (!isNews || runs.isMatched(campaign.campaignId(), sufficientVersion)) {
            return;
        }
        Answer answer = unerased(
                index -> answer(campaign, campaign.version(), index, RankingOptions.best(DEFAULT_RANKING)),
                candidates.freshSnapshot());
        save(campaign, answer);
        MatchDocument document = answer.document();
        outbox.publish(MatchCompleted.TYPE, document.matchId(), document.version(), MatchCompleted.of(document));
    }

    /** Remembers that a campaign has ended, so that an older publication is not matched after it. */
    @Transactional
    public void closeCampaign(UUID campaignId, UUID organisationId, long version) {
        campaigns.store(campaignId, organisationId, version, "CLOSED");
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
     * An answer, and those its panel was chosen from.
     *
     * @param mentioned those who had to be in the panel and cannot, whom the answer names in words
     */
    private record Answer(MatchDocument document, SavedPool pool, Set<UUID> mentioned) {

        Set<UUID> named() {
            return Stream.concat(
                            Stream.concat(document.ranking().stream(), document.panel().stream())
                                    .map(MatchedCreator::creatorId),
                            pool.candidates().stream().map(PanelCandidate::creatorId))
                    .collect(Collectors.toSet());
        }
    }

    private Answer answer(CampaignToMatch campaign, Long campaignVersion, IndexSnapshot index, RankingOptions ranking) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        MatchResult result = data.matcher()
                .match(campaign.brief(), campaign.options(), campaign.weights(), matchIndex.pool(), now, ranking);
        MatchDocument document = new MatchDocument(
                ids.next(),
                1,
                campaign.campaignId(),
                campaignVersion,
                campaign.organisationId(),
                data.modelVersion(),
                data.benchmarkVersion(),
                data.priceTableVersion(),
                data.rulesVersion(),
                index.changeNumber(),
                result.eligibleCount(),
                RejectedCount.of(result),
                ProposedMechanic.of(result.mechanic()),
                MatchedCreator.ranking(result, ranking.counterfactualTop()),
                MatchedCreator.of(result.panel()),
                Money.of(result.plan().cost().amount(), result.plan().cost().currency()),
                PanelReport.of(result.plan(), campaign.brief(), data.panelModelVersion()),
                result.exposure(),
                now,
                null);
        return new Answer(
                document,
                SavedPool.of(result.pool()),
                Set.copyOf(result.pool().unavailable().keySet()));
    }

    /** The answer without anybody who was erased while it was made; no erasure ends before it is saved. */
    private Answer unerased(Function<IndexSnapshot, Answer> matching, IndexSnapshot index) {
        Answer answer = matching.apply(index);
        runs.keepErasuresOut();
        return erased.among(answer.named()).isEmpty() ? answer : matching.apply(candidates.refreshedSnapshot());
    }

    private MatchRun save(CampaignToMatch campaign, Answer answer) {
        MatchDocument document = answer.document();
        MatchRun run = new MatchRun(
                document.matchId(),
                document.organisationId(),
                document.campaignId(),
                document.campaignVersion(),
                document.modelVersion(),
                document.indexSnapshot(),
                document.eligibleCount(),
                document.panel().size(),
                new org.affinity.matching.candidate.domain.Money(
                        document.panelCost().decimal(), document.panelCost().currency()),
                write(campaign.brief()),
                write(document),
                document.completedAt());
        runs.add(run, write(answer.pool()));
        runs.mention(run, answer.mentioned());
        return run;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A match could not be written", e);
        }
    }
}
