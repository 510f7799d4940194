package org.affinity.profile.account.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.affinity.profile.creator.domain.CurrentFigures;
import org.affinity.profile.creator.domain.Figure;
import org.affinity.profile.creator.domain.FigureOrigin;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Observation;
import org.affinity.profile.creator.domain.PostFigures;
import org.affinity.profile.creator.domain.Snapshot;

/** How often an account publishes. */
public final class Activity {

    private static final String BY_WINDOW = "posts of the latest window / its weeks";
    private static final String BY_COUNT = "posts published between two counts / weeks between";
    private static final double DAYS_PER_WEEK = 7;
    private static final double SECONDS_PER_WEEK = 7 * 86_400.0;

    private Activity() {}

    /** Posts per week: from the window of the latest post figures, else from the counts of posts in the history. */
    public static Figure postsPerWeek(CurrentFigures current, Collection<Snapshot> history, Instant from) {
        PostFigures latest = current.figures().postFigures();
        if (latest != null && latest.windowDays() != null) {
            BigDecimal value = Figure.decimal(latest.posts() * DAYS_PER_WEEK / latest.windowDays());
            FigureOrigin origin = current.originOf(Observation.POST_FIGURES);
            Instant to = origin.observedAt();
            return Figure.observed(value, BY_WINDOW, latest.posts(), origin.source(), to)
                    .over(to.minus(Duration.ofDays(latest.windowDays())), to);
        }
        for (MetricSource source : MetricSource.values()) {
            List<Snapshot> counts = history.stream()
                    .filter(entry -> entry.source() == source
                            && entry.figures().posts() != null
                            && !entry.observedAt().isBefore(from))
                    .sorted(Comparator.comparing(Snapshot::observedAt))
                    .toList();
            if (counts.size() > 1 && span(counts).toDays() >= 1) {
                return between(counts, source);
            }
        }
        return Figure.unknown("TOO_FEW_OBSERVATIONS", BY_COUNT);
    }

    private static Figure between(List<Snapshot> counts, MetricSource source) {
        Snapshot first = counts.getFirst();
        Snapshot last = counts.getLast();
        long published = last.figures().posts() - first.figures().posts();
        if (published < 0) {
            return Figure.unknown("POSTS_WERE_DELETED", BY_COUNT);
        }
        BigDecimal value =
                Figure.decimal(published * SECONDS_PER_WEEK / span(counts).toSeconds());
        return Figure.observed(value, BY_COUNT, counts.size(), source, last.observedAt())
                .over(first.observedAt(), last.observedAt());
    }

    private static Duration span(List<Snapshot> counts) {
        return Duration.between(counts.getFirst().observedAt(), counts.getLast().observedAt());
    }
}
