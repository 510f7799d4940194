package org.affinity.profile.creator.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an account's history comes to, whatever the order in which its entries arrived: entries are laid over each other
 * from the weakest source to the strongest, of one source from the oldest to the newest, of one moment in the order of
 * recording, so that each figure is that of the last entry that knows it.
 *
 * @param source source of the last entry
 * @param observedAt time of the last entry
 * @param origins of the figures that the last entry does not tell, by their names: who told them, and when
 */
public record CurrentFigures(
        Observation figures, MetricSource source, Instant observedAt, Map<String, FigureOrigin> origins) {

    /** The order in which entries are laid over each other. */
    public static final Comparator<Snapshot> ORDER = Comparator.comparing(Snapshot::source)
            .reversed()
            .thenComparing(Snapshot::observedAt)
            .thenComparing(Snapshot::id);

    public CurrentFigures {
        origins = Collections.unmodifiableMap(new TreeMap<>(origins));
    }

    /** Figures that all come from one entry. */
    public CurrentFigures(Observation figures, MetricSource source, Instant observedAt) {
        this(figures, source, observedAt, Map.of());
    }

    /** What these entries come to; empty when there is none. */
    public static Optional<CurrentFigures> of(Collection<Snapshot> history) {
        List<Snapshot> ordered = history.stream().sorted(ORDER).toList();
        if (ordered.isEmpty()) {
            return Optional.empty();
        }
        Snapshot first = ordered.getFirst();
        var current = new CurrentFigures(Observation.NOTHING, first.source(), first.observedAt());
        for (Snapshot entry : ordered) {
            current = current.after(entry.figures(), entry.complete(), entry.source(), entry.observedAt());
        }
        return Optional.of(current);
    }

    /** These figures with one more entry laid over them. */
    public CurrentFigures after(Observation newer, boolean complete, MetricSource by, Instant at) {
        Observation laid = figures.after(newer, complete);
        var last = new FigureOrigin(by, at);
        Map<String, Object> told = newer.byName();
        var others = new TreeMap<String, FigureOrigin>();
        for (String figure : laid.byName().keySet()) {
            if (!told.containsKey(figure) && !originOf(figure).equals(last)) {
                others.put(figure, originOf(figure));
            }
        }
        return new CurrentFigures(laid, by, at, others);
    }

    /** Who told a figure, and when, where it is known. */
    public FigureOrigin originOf(String figure) {
        FigureOrigin earlier = origins.get(figure);
        return earlier == null ? new FigureOrigin(source, observedAt) : earlier;
    }
}
