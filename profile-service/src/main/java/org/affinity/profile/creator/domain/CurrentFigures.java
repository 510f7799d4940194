package org.affinity.profile.creator.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an account's history comes to, whatever the order in which its entries arrived: entries are laid over each other
 * from the weakest source to the strongest, of one source from the oldest to the newest, of one moment in the order of
 * recording, so that each figure is that of the last entry that knows it.
 *
 * @param source source of the last entry
 * @param observedAt time of the last entry
 */
public record CurrentFigures(Observation figures, MetricSource source, Instant observedAt) {

    /** The order in which entries are laid over each other. */
    public static final Comparator<Snapshot> ORDER = Comparator.comparing(Snapshot::source)
            .reversed()
            .thenComparing(Snapshot::observedAt)
            .thenComparing(Snapshot::id);

    /** What these entries come to; empty when there is none. */
    public static Optional<CurrentFigures> of(Collection<Snapshot> history) {
        List<Snapshot> ordered = history.stream().sorted(ORDER).toList();
        if (ordered.isEmpty()) {
            return Optional.empty();
        }
        Observation figures = Observation.NOTHING;
        for (Snapshot snapshot : ordered) {
            figures = figures.after(snapshot.figures(), snapshot.complete());
        }
        Snapshot last = ordered.getLast();
        return Optional.of(new CurrentFigures(figures, last.source(), last.observedAt()));
    }
}
