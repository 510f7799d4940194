package org.affinity.matching.match;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
            MatchRunRepository runs,
            CampaignCopyRepository campaigns,
            ErasedSubjects erased,
            Outbox outbox,
            IdGenerator ids,
            Clock clock,
            ObjectMapper json) {
        this.data = data;
        this.candidates = candidates;
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
    public MatchRun matchBrief(Brief brief, UUID organisationId, int rankingLength) {
        CampaignToMatch none = new CampaignToMatch(null, 0, organisationId, brief);
        MatchDocument document = answer(none, null, candidates.snapshot(), rankingLength);
        return save(
                none,
                namesErased(document) ? answer(none, null, candidates.refreshedSnapshot(), rankingLength) : document);
    }

    /**
     * Answers a published campaign once, and tells the others; an older version or one already matched is passed over.
     */
    @Transactional
    public void matchCampaign(CampaignToMatch campaign) {
        boolean isNews =
                campaigns.store(campaign.campaignId(), campaign.organisationId(), campaign.version(), PUBLISHED);
        if (!isNews || runs.isMatched(campaign.campaignId(), campaign.version())) {
            return;
        }
        MatchDocument document = answer(campaign, campaign.version(), candidates.freshSnapshot(), DEFAULT_RANKING);
        if (namesErased(document)) {
            document = answer(campaign, campaign.version(), candidates.refreshedSnapshot(), DEFAULT_RANKING);
        }
        save(campaign, document);
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

    private MatchDocument answer(
            CampaignToMatch campaign, Long campaignVersion, IndexSnapshot index, int rankingLength) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        MatchResult result = data.matcher().match(campaign.brief(), index.candidates(), now, rankingLength);
        return new MatchDocument(
                ids.next(),
                1,
                campaign.campaignId(),
                campaignVersion,
                campaign.organisationId(),
                data.modelVersion(),
                data.benchmarkVersion(),
                data.priceTableVersion(),
                index.changeNumber(),
                result.eligibleCount(),
                RejectedCount.of(result),
                ProposedMechanic.of(result.mechanic()),
                MatchedCreator.of(result.ranking()),
                MatchedCreator.of(result.panel()),
                Money.of(result.panelCost().amount(), result.panelCost().currency()),
                now,
                null);
    }

    /** Whether someone was erased whom the index still had; from here on no erasure ends before this match is saved. */
    private boolean namesErased(MatchDocument document) {
        runs.keepErasuresOut();
        Set<UUID> named = Stream.concat(document.ranking().stream(), document.panel().stream())
                .map(MatchedCreator::creatorId)
                .collect(Collectors.toSet());
        return !erased.among(named).isEmpty();
    }

    private MatchRun save(CampaignToMatch campaign, MatchDocument document) {
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
        runs.add(run);
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
