package org.affinity.matching.match.domain;

import java.util.List;
import java.util.Map;
import org.affinity.matching.engine.domain.Row;

/** Takes the score of a creator apart into named contributions, whose sum it is exactly. */
final class Scorer {

    private final EncodedCandidates encoded;
    private final Explainer explainer;
    private final LevelRanges ranges;

    Scorer(EncodedCandidates encoded, Explainer explainer, LevelRanges ranges) {
        this.encoded = encoded;
        this.explainer = explainer;
        this.ranges = ranges;
    }

    List<Contribution> explain(Scored scored, Offer offer, Brief brief, BriefPlan plan) {
        Row row = encoded.rows(scored.candidate()).get(scored.row());
        return plan.readings().entrySet().stream()
                .map(entry -> explain(entry, row, offer, brief, plan))
                .toList();
    }

    private Contribution explain(Map.Entry<Signal, Reading> entry, Row row, Offer offer, Brief brief, BriefPlan plan) {
        Signal signal = entry.getKey();
        ScoringModel.Term term = plan.term(signal);
        int level = entry.getValue().level(row);
        boolean known = level != Levels.UNKNOWN;
        Explainer.Facts facts = new Explainer.Facts(offer, brief, row, entry.getValue(), level);
        LevelRanges.Range open = ranges.of(signal, facts);
        return new Contribution(
                signal,
                term.weight(),
                term.neutral(),
                known ? level : null,
                plan.points(signal, level),
                plan.points(signal, open.low()),
                plan.points(signal, open.high()),
                explainer.evidence(signal, facts));
    }
}
