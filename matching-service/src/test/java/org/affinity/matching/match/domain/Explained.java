package org.affinity.matching.match.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The parts of a creator's score for a brief. */
final class Explained {

    private Explained() {}

    static Contribution part(Signal signal, CandidateBuilder candidate, BriefBuilder brief) {
        return parts(candidate, brief).stream()
                .filter(part -> part.signal() == signal)
                .findFirst()
                .orElseThrow();
    }

    static List<Contribution> parts(CandidateBuilder candidate, BriefBuilder brief) {
        return parts(candidate, brief, Map.of(), ShippedData.AS_OF);
    }

    static List<Contribution> parts(
            CandidateBuilder candidate, BriefBuilder brief, Map<Signal, Integer> weights, Instant asOf) {
        return match(candidate, brief, weights, asOf).ranking().getFirst().contributions();
    }

    static Map<Signal, String> notAsked(CandidateBuilder candidate, BriefBuilder brief) {
        return match(candidate, brief, Map.of(), ShippedData.AS_OF).notAsked();
    }

    private static MatchResult match(
            CandidateBuilder candidate, BriefBuilder brief, Map<Signal, Integer> weights, Instant asOf) {
        return ShippedData.MATCHER.match(
                brief.build(),
                PanelOptions.NONE,
                weights,
                ShippedData.pool(List.of(candidate.build())),
                asOf,
                RankingOptions.best(1));
    }
}
