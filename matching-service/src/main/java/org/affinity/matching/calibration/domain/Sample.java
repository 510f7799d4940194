package org.affinity.matching.calibration.domain;

import org.affinity.matching.match.domain.Prediction;

/**
 * A collaboration of which both are known: what was predicted of one piece, and what all its posts brought.
 *
 * @param impressions measured over all posts; null is unknown, as are the others
 */
public record Sample(Prediction prediction, int posts, Long impressions, Long reach, Long engagements) {

    /** What the posts were expected to bring. */
    double predicted(CalibratedKpi kpi) {
        return kpi.ofOnePiece(prediction) * posts;
    }

    /** What they brought, or null. */
    Long measured(CalibratedKpi kpi) {
        return switch (kpi) {
            case IMPRESSIONS -> impressions;
            case REACH -> reach;
            case ENGAGEMENTS -> engagements;
        };
    }

    /** Whether there is something to compare. */
    boolean has(CalibratedKpi kpi) {
        return posts > 0 && measured(kpi) != null && predicted(kpi) > 0;
    }
}
