package org.affinity.kit.config;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Makes ids: UUIDs of version 7 (RFC 9562), so that the order of ids is the order of creation. Here time enters, too:
 * ids and time are what a service cannot compute, and what a test replaces.
 */
@ApplicationScoped
public class IdGenerator {

    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

    /** A new id, greater than every id this generator gave before. */
    public UUID next() {
        return generator.generate();
    }

    /** The clock of every service; PostgreSQL keeps microseconds, so it gives no more. */
    @Produces
    @Singleton
    static Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }
}
