package org.affinity.matching.calibration.domain;

import org.affinity.matching.match.domain.Prediction;

/** A figure that is predicted and measured: a sum over the posts of a collaboration. */
public enum CalibratedKpi {
    IMPRESSIONS,
    /** The reach of each post, summed. */
    REACH,
    /** Likes, comments, shares and saves. */
    ENGAGEMENTS;

    /** What is expected of one piece of the format that was expected. */
    public double ofOnePiece(Prediction prediction) {
        return switch (this) {
            case IMPRESSIONS -> prediction.impressions();
            case REACH -> prediction.reach();
            case ENGAGEMENTS -> prediction.engagements();
        };
    }
}
