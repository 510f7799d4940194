package org.affinity.reporting.webhook.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a failed delivery is tried again. A receiver that sends {@code Retry-After} is heard within reason: never sooner
 * than the step, never later than twice the step.
 *
 * @param jitter largest share by which a step is shortened or lengthened
 */
public record RetrySchedule(List<Duration> steps, double jitter) {

    public RetrySchedule {
        steps = List.copyOf(steps);
        if (jitter < 0 || jitter >= 1) {
            throw new IllegalArgumentException("jitter must be in [0, 1)");
        }
    }

    /**
     * The wait after so many failures in a row, or empty when the delivery is given up.
     *
     * @param random uniform in [0, 1)
     */
    public Optional<Duration> waitAfter(int failures, Optional<Duration> retryAfter, double random) {
        if (failures < 1) {
            throw new IllegalArgumentException("nothing failed yet");
        }
        if (failures > steps.size()) {
            return Optional.empty();
        }
        Duration step = steps.get(failures - 1);
        return Optional.of(retryAfter
                .map(asked -> clamp(asked, step, step.multipliedBy(2)))
                .orElseGet(() -> scale(step, 1 + jitter * (2 * random - 1))));
    }

    private static Duration clamp(Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0) {
            return least;
        }
        return value.compareTo(most) > 0 ? most : value;
    }

    private static Duration scale(Duration step, double factor) {
        return Duration.ofMillis(Math.round(step.toMillis() * factor));
    }
}
