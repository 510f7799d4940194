package org.affinity.matching.match;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.engine.domain.Hit;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.domain.BriefReview;
import org.affinity.matching.match.domain.Categories;
import org.affinity.matching.match.domain.PanelCandidate;
import org.affinity.matching.match.domain.PanelModel;
import org.affinity.matching.match.domain.Signal;

/** Reviews of single creators for a brief, as matches of this moment would see them. */
@ApplicationScoped
public class Reviews {

    private final MatchingData data;
    private final MatchIndex index;
    private final Clock clock;

    Reviews(MatchingData data, MatchIndex index, Clock clock) {
        this.data = data;
        this.index = index;
        this.clock = clock;
    }

    /** This moment, as exact as matches name it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Reviews for one brief.
     *
     * @param weights in thousandths, where others than the model's are asked for
     */
    public BriefReview review(Brief brief, Map<Signal, Integer> weights, Instant asOf) {
        return data.desk().review(brief, weights, asOf);
    }

    /** The account of which most impressions are expected, whatever the brief; empty when no size is known. */
    public Optional<PanelCandidate> largestAccount(Candidate candidate) {
        return data.desk().largestAccount(candidate);
    }

    /** The creators that the index finds first by a plan. */
    public List<Hit> search(Plan plan) {
        return index.pool().engine().search(plan).hits();
    }

    /** What panels are reckoned with. */
    public PanelModel panelModel() {
        return data.panelModel();
    }

    /** What topics and categories mean. */
    public Categories categories() {
        return data.categories();
    }

    String modelVersion() {
        return data.modelVersion();
    }
}
