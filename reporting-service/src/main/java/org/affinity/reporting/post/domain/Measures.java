package org.affinity.reporting.post.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of one post: for each metric and each source the latest observation. A figure of the network outranks a
 * declared one whatever their dates; what nobody observed stays absent.
 */
public record Measures(Map<MetricSource, Map<Metric, Observation>> latest) {

    private static final Comparator<Reading> OLDEST_FIRST = Comparator.comparing(Reading::observedAt)
            .thenComparing(Reading::recordedAt)
            .thenComparing(Reading::readingId);

    public Measures {
        latest = Map.copyOf(latest);
    }

    /** The state after all these readings, in whatever order they arrived. */
    public static Measures of(Collection<Reading> readings) {
        Map<MetricSource, Map<Metric, Observation>> latest = new EnumMap<>(MetricSource.class);
        readings.stream().sorted(OLDEST_FIRST).forEach(reading -> {
            var known = latest.computeIfAbsent(reading.source(), source -> new EnumMap<>(Metric.class));
            reading.values().keySet().forEach(metric -> known.put(metric, reading.observation(metric)));
        });
        return new Measures(latest);
    }

    /** What is known of the same post by these and the others. */
    public Measures with(Measures others) {
        Map<MetricSource, Map<Metric, Observation>> all = new EnumMap<>(MetricSource.class);
        Stream.of(this, others)
                .forEach(part -> part.latest.forEach((source, known) -> known.forEach(
                        (metric, observation) -> all.computeIfAbsent(source, _ -> new EnumMap<>(Metric.class))
                                .merge(metric, observation, Measures::later))));
        return new Measures(all);
    }

    private static Observation later(Observation one, Observation other) {
        return other.observedAt().isAfter(one.observedAt()) ? other : one;
    }

    /** The latest figure of that source. */
    public Optional<Observation> from(MetricSource source, Metric metric) {
        return Optional.ofNullable(latest.getOrDefault(source, Map.of()).get(metric));
    }

    /** The figure to show: the network's when there is one, else the declared one. */
    public Optional<Observation> best(Metric metric) {
        return from(MetricSource.NETWORK, metric).or(() -> from(MetricSource.DECLARED, metric));
    }

    /** Whether the network has reported anything about the post, which proves that it exists. */
    public boolean seenByNetwork() {
        return latest.containsKey(MetricSource.NETWORK);
    }
}
