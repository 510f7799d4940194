package org.affinity.matching.match;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.affinity.kit.config.IdGenerator;
import org.affinity.matching.candidate.IndexSnapshot;
import org.affinity.matching.match.domain.MatchResult;
import org.affinity.matching.match.domain.PanelPool;
import org.affinity.matching.match.domain.RankingOptions;

/** Answers briefs with the creators of this moment. */
@ApplicationScoped
class BriefAnswers {

    private final MatchingData data;
    private final MatchIndex matchIndex;
    private final IdGenerator ids;
    private final Clock clock;

    BriefAnswers(MatchingData data, MatchIndex matchIndex, IdGenerator ids, Clock clock) {
        this.data = data;
        this.matchIndex = matchIndex;
        this.ids = ids;
        this.clock = clock;
    }

    MatchAnswer answer(CampaignToMatch campaign, IndexSnapshot index, RankingOptions ranking) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        MatchResult result = data.matcher()
                .match(
                        campaign.brief(),
                        campaign.optionsOfPanel(),
                        campaign.weights(),
                        matchIndex.pool(),
                        now,
                        ranking);
        PanelPool pool = result.pool();
        MatchDocument document = document(campaign, index, ranking, result, now);
        return pool == null
                ? new MatchAnswer(document, null, Set.of())
                : new MatchAnswer(
                        document,
                        SavedPool.of(pool),
                        Set.copyOf(pool.unavailable().keySet()));
    }

    private MatchDocument document(
            CampaignToMatch campaign, IndexSnapshot index, RankingOptions ranking, MatchResult result, Instant now) {
        return new MatchDocument(
                ids.next(),
                1,
                campaign.campaignId(),
                campaign.campaignId() == null ? null : campaign.version(),
                campaign.organisationId(),
                BriefView.of(campaign.brief(), campaign.options()),
                data.modelVersion(),
                SignalWeight.of(result, campaign.weights()),
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
                result.plan() == null ? null : PanelReport.money(result.plan().cost()),
                result.plan() == null
                        ? null
                        : PanelReport.of(result.plan(), campaign.brief(), data.panelModelVersion()),
                result.exposure(),
                now,
                null);
    }
}
