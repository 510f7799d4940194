package org.affinity.matching.match;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.affinity.matching.match.domain.Stopwatch;

/** Tells operators how long each part of the matches takes: {@code matching_match_seconds}. */
@Singleton
class MatchTimes implements Stopwatch {

    private final Map<Part, Timer> timers = new EnumMap<>(Part.class);

    MatchTimes(MeterRegistry meters) {
        for (Part part : Part.values()) {
            timers.put(
                    part,
                    Timer.builder("matching.match")
                            .description("Time that one part of a match takes")
                            .tag("part", part.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
    }

    @Override
    public void run(Part part, Runnable work) {
        timers.get(part).record(work);
    }
}
