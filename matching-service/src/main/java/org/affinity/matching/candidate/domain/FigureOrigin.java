package org.affinity.matching.candidate.domain;

import java.time.Instant;
import java.util.Comparator;

/** Who told a figure, and when it was seen. */
public record FigureOrigin(MetricSource source, Instant observedAt) {

    /** Of what rests on several figures: the least sure of them, of one source the oldest. */
    public static final Comparator<FigureOrigin> WEAKEST_FIRST = Comparator.comparing(FigureOrigin::source)
            .reversed()
            .thenComparing(FigureOrigin::observedAt, Comparator.nullsFirst(Comparator.naturalOrder()));
}
