package org.affinity.matching.match.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Scores offers as an exact sum of named contributions. The score is the sum of what {@link #explain} lists, added in
 * the order of {@link Signal}; 0 is a creator of whom nothing is known.
 */
final class Scorer {

    private static final Signal[] SIGNALS = Signal.values();
    private static final Comparator<Scored> BEST_ACCOUNT_FIRST = Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparing(scored -> scored.offer().price().money().amount())
            .thenComparing(scored -> scored.offer().account().accountId(), Scored::compareIds);

    private final ScoringModel model;
    private final Signals signals;
    private final Explainer explainer;

    Scorer(ScoringModel model, Signals signals, Explainer explainer) {
        this.model = model;
        this.signals = signals;
        this.explainer = explainer;
    }

    /** The creator's best account for the brief: highest score, then lowest price, then smallest id. */
    Scored best(List<Offer> offers, Brief brief, Instant asOf) {
        return offers.stream()
                .map(offer -> new Scored(offer, score(offer, brief, asOf)))
                .min(BEST_ACCOUNT_FIRST)
                .orElseThrow();
    }

    double score(Offer offer, Brief brief, Instant asOf) {
        double score = 0;
        for (Signal signal : SIGNALS) {
            score += contribution(signal, signals.value(signal, offer, brief, asOf));
        }
        return score;
    }

    List<Contribution> explain(Offer offer, Brief brief, Instant asOf) {
        return Arrays.stream(SIGNALS)
                .map(signal -> explain(signal, offer, brief, asOf))
                .toList();
    }

    private Contribution explain(Signal signal, Offer offer, Brief brief, Instant asOf) {
        double value = signals.value(signal, offer, brief, asOf);
        return new Contribution(
                signal,
                model.term(signal).weight(),
                Double.isNaN(value) ? null : value,
                contribution(signal, value),
                explainer.evidence(signal, offer, brief));
    }

    private double contribution(Signal signal, double value) {
        ScoringModel.Term term = model.term(signal);
        return Double.isNaN(value) ? 0 : term.weight() * (value - term.neutral());
    }
}
