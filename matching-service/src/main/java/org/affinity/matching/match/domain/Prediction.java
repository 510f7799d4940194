package org.affinity.matching.match.domain;

import java.util.UUID;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;

/**
 * What a match said one post of a creator on an account would bring, or one piece of the format that it was priced or
 * wanted in; the account's whole audience, in the target or not.
 *
 * @param impressions expected of one piece
 * @param reach different people expected to see one piece
 * @param engagements interactions expected of one piece
 * @param basis what this rests on, the format included; null where it was not kept
 */
public record Prediction(
        UUID matchId,
        String modelVersion,
        Platform platform,
        Tier tier,
        double impressions,
        double reach,
        double engagements,
        PanelCandidate.Basis basis) {

    /** What a match says of a creator that it could have proposed. */
    public static Prediction of(UUID matchId, String modelVersion, PanelModel panelModel, PanelCandidate candidate) {
        return new Prediction(
                matchId,
                modelVersion,
                candidate.platform(),
                candidate.tier(),
                candidate.impressions(),
                candidate.impressions() * panelModel.reachPerImpression(),
                candidate.interactions(),
                candidate.basis());
    }
}
