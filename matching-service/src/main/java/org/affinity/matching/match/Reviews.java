package org.affinity.matching.match;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.domain.BriefReview;
import org.affinity.matching.match.domain.PanelModel;
import org.affinity.matching.match.domain.Signal;

/** Reviews of single creators for a brief, as matches of this moment would see them. */
@ApplicationScoped
public class Reviews {

    private final MatchingData data;
    private final Clock clock;

    Reviews(MatchingData data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    /** This moment, as exact as matches name it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** @param weights in thousandths, where others than the model's are asked for */
    public BriefReview review(Brief brief, Map<Signal, Integer> weights, Instant asOf) {
        return data.desk().review(brief, weights, asOf);
    }

    /** What panels are reckoned with. */
    public PanelModel panelModel() {
        return data.panelModel();
    }

    String modelVersion() {
        return data.modelVersion();
    }
}
