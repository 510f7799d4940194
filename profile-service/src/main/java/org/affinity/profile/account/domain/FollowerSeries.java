package org.affinity.profile.account.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.affinity.profile.creator.domain.CurrentFigures;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Snapshot;

/**
 * How many followers an account had, day by day: the last figure of each day (UTC), all of one source so that no
 * difference between two sources looks like growth. Of sources with two days or more it is the strongest.
 */
public record FollowerSeries(MetricSource source, List<Point> points) {

    public FollowerSeries {
        points = List.copyOf(points);
    }

    /** The series of a history from {@code from} on; null when nothing is known. */
    public static FollowerSeries of(Collection<Snapshot> history, Instant from) {
        FollowerSeries best = null;
        for (MetricSource source : MetricSource.values()) {
            var days = new TreeMap<LocalDate, Point>();
            history.stream()
                    .filter(entry -> entry.source() == source
                            && entry.figures().metrics().followers() != null
                            && !entry.observedAt().isBefore(from))
                    .sorted(CurrentFigures.ORDER)
                    .forEach(entry -> days.put(
                            LocalDate.ofInstant(entry.observedAt(), ZoneOffset.UTC),
                            new Point(
                                    entry.observedAt(),
                                    entry.figures().metrics().followers())));
            boolean isBetter = !days.isEmpty() && (best == null || (best.points.size() < 2 && days.size() > 1));
            if (isBetter) {
                best = new FollowerSeries(
                        source,
                        days.values().stream()
                                .sorted(Comparator.comparing(Point::at))
                                .toList());
            }
        }
        return best;
    }

    /** Followers at one moment. */
    public record Point(Instant at, long followers) {}
}
