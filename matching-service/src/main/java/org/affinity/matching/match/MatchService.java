package org.affinity.matching.match;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.affinity.kit.privacy.ErasedSubjects;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.candidate.CandidateService;
import org.affinity.matching.candidate.IndexSnapshot;
import org.affinity.matching.match.domain.MatchListing;
import org.affinity.matching.match.domain.MatchRun;
import org.affinity.matching.match.domain.PanelOptions;
import org.affinity.matching.match.domain.RankingOptions;
import org.affinity.matching.match.domain.SavedJson;
import org.affinity.matching.match.domain.Stopwatch.Part;
import org.affinity.matching.match.store.MatchConstraintRepository;
import org.affinity.matching.match.store.MatchRunRepository;

/** Answers briefs, and keeps every answer as it was given. */
@ApplicationScoped
public class MatchService {

    /** Length of the ranking when nobody asks for another. */
    public static final int DEFAULT_RANKING = 20;

    private final BriefAnswers answers;
    private final CandidateService candidates;
    private final MatchRunRepository runs;
    private final MatchConstraintRepository constraints;
    private final ErasedSubjects erased;
    private final MatchTimes times;
    private final ObjectMapper json;

    MatchService(
            BriefAnswers answers,
            CandidateService candidates,
            MatchRunRepository runs,
            MatchConstraintRepository constraints,
            ErasedSubjects erased,
            MatchTimes times,
            ObjectMapper json) {
        this.answers = answers;
        this.candidates = candidates;
        this.runs = runs;
        this.constraints = constraints;
        this.erased = erased;
        this.times = times;
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

    @Transactional
    public MatchRun find(UUID matchId) {
        return runs.find(matchId).orElseThrow(DomainException::notFound);
    }

    /** Latest first; see {@link MatchRunRepository#list}. */
    @Transactional
    public List<MatchListing> list(UUID campaignId, UUID before, int limit) {
        return runs.list(campaignId, before, limit);
    }

    /** A match that was saved, also as it was before it was written. */
    record Saved(MatchDocument document, Answered answered) {}

    /** Saves the answer, made once more when it names anybody who was erased while it was made. */
    Saved save(CampaignToMatch asked, boolean askedAgain, RankingOptions ranking, IndexSnapshot index) {
        CampaignToMatch campaign = QuarkusTransaction.joiningExisting().call(() -> withoutErased(asked));
        MatchAnswer first = answers.answer(campaign, index, ranking);
        MatchRun run = run(campaign, askedAgain, first.document());
        return times.get(
                Part.SAVE,
                () -> QuarkusTransaction.joiningExisting().call(() -> {
                    OptionalLong lag = add(run, first, campaign.options());
                    if (lag.isPresent()) {
                        return new Saved(first.document(), new Answered(run, lag.getAsLong()));
                    }
                    // Since the first try no erasure can end before this transaction does.
                    CampaignToMatch left = withoutErased(campaign);
                    MatchAnswer again = answers.answer(left, candidates.refreshedSnapshot(), ranking);
                    MatchRun second = run(left, askedAgain, again.document());
                    return new Saved(
                            again.document(),
                            new Answered(
                                    second, add(second, again, left.options()).orElseThrow()));
                }));
    }

    private CampaignToMatch withoutErased(CampaignToMatch asked) {
        return asked.without(erased.among(asked.options().creatorIds()));
    }

    private OptionalLong add(MatchRun run, MatchAnswer answer, PanelOptions options) {
        SavedPool pool = answer.pool();
        OptionalLong lag = runs.add(
                run,
                answer.places(),
                pool == null ? null : SavedJson.of(write(pool)),
                answer.inPool(),
                answer.mentioned(),
                options.creatorIds());
        if (lag.isPresent()) {
            constraints.keep(run.matchId(), run.organisationId(), options);
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
                document.panelCost() != null,
                document.panel().size(),
                document.panelCost() == null
                        ? org.affinity.matching.candidate.domain.Money.zero(
                                campaign.brief().budget().currency())
                        : new org.affinity.matching.candidate.domain.Money(
                                document.panelCost().decimal(),
                                document.panelCost().currency()),
                new String(write(campaign.brief()), StandardCharsets.UTF_8),
                times.get(Part.WRITE, () -> SavedJson.of(write(document))),
                document.completedAt());
    }

    private byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A match could not be written", e);
        }
    }
}
