package org.affinity.matching.match;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.outbox.Outbox;
import org.affinity.kit.privacy.ErasedSubjects;
import org.affinity.matching.candidate.CandidateService;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.domain.PanelOptions;
import org.affinity.matching.match.domain.RankingOptions;
import org.affinity.matching.match.store.CampaignCopyRepository;
import org.affinity.matching.match.store.MatchRunRepository;

/** Knows published campaigns with their briefs, and matches each once, at its publication. */
@ApplicationScoped
public class CampaignMatches {

    private static final String PUBLISHED = "PUBLISHED";

    private final MatchService matches;
    private final CandidateService candidates;
    private final MatchRunRepository runs;
    private final CampaignCopyRepository campaigns;
    private final ErasedSubjects erased;
    private final Outbox outbox;
    private final ObjectMapper json;

    CampaignMatches(
            MatchService matches,
            CandidateService candidates,
            MatchRunRepository runs,
            CampaignCopyRepository campaigns,
            ErasedSubjects erased,
            Outbox outbox,
            ObjectMapper json) {
        this.matches = matches;
        this.candidates = candidates;
        this.runs = runs;
        this.campaigns = campaigns;
        this.erased = erased;
        this.outbox = outbox;
        this.json = json;
    }

    /** What is kept of a published campaign to match it again. */
    private record PublishedBrief(Brief brief, PanelOptions options) {}

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
                write(new PublishedBrief(campaign.brief(), campaign.options())));
        if (!isNews || runs.isMatched(campaign.campaignId(), sufficientVersion)) {
            return;
        }
        MatchDocument document = matches.save(
                        campaign, false, RankingOptions.best(MatchService.DEFAULT_RANKING), candidates.freshSnapshot())
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

    private PublishedBrief read(String published) {
        try {
            return json.readValue(published, PublishedBrief.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The brief of a campaign could not be read", e);
        }
    }

    private String write(PublishedBrief published) {
        try {
            return json.writeValueAsString(published);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The brief of a campaign could not be written", e);
        }
    }
}
