package org.affinity.kit.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings that every service has; each can be given as an environment variable, {@code AFFINITY_…}. */
@ConfigMapping(prefix = "affinity")
public interface KitConfiguration {

    /** Base64 of 32 random bytes, from which the keys for cursors, saved replies and webhook secrets are derived. */
    String secretKey();

    /** See {@link Kafka}. */
    Kafka kafka();

    /** See {@link Http}. */
    Http http();

    /** See {@link OutboxSettings}. */
    OutboxSettings outbox();

    /** See {@link InboxSettings}. */
    InboxSettings inbox();

    /** How topics are named. */
    interface Kafka {

        /** Put before each topic name, for a broker that several installations share; empty by default. */
        Optional<String> topicPrefix();
    }

    /** Limits of the HTTP side. */
    interface Http {

        /** Requests a caller may make in {@link #rateLimitWindow()}. */
        @WithDefault("2000")
        long rateLimit();

        /** Window of the rate limit. */
        @WithDefault("10S")
        Duration rateLimitWindow();

        /** How long a reply is kept for its Idempotency-Key. */
        @WithDefault("24H")
        Duration idempotencyTtl();
    }

    /** How events leave. */
    interface OutboxSettings {

        /** Longest wait before the relay looks for events it was not told of. */
        @WithDefault("0.5S")
        Duration pollInterval();

        /** Least time from one batch to the next while events keep coming; the first after a pause goes at once. */
        @WithDefault("0.05S")
        Duration batchInterval();

        /** Most events sent in one transaction of the relay. */
        @WithDefault("500")
        int batchSize();
    }

    /** How events come in. */
    interface InboxSettings {

        /** How often an event that fails for a reason of its own is tried before it becomes a dead letter. */
        @WithDefault("3")
        int attempts();

        /** Longest wait between tries while the database cannot be reached. */
        @WithDefault("5S")
        Duration longestPause();

        /** How long ids of handled events are kept; longer than the topics' retention of facts. */
        @WithDefault("30D")
        Duration retention();
    }
}
