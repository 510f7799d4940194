package org.affinity.local.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** When events of creators left the outbox, as their records on the topic say. */
final class OutboxTimes {

    private static final Duration POLL = Duration.ofMillis(100);

    private final ProfileStack stack;
    /** In milliseconds of the epoch. */
    private final Map<String, Long> sent = new ConcurrentHashMap<>();

    OutboxTimes(ProfileStack stack) {
        this.stack = stack;
    }

    void listen(BooleanSupplier done) {
        try (KafkaConsumer<String, byte[]> consumer = LatencyBench.atTheEnd(stack)) {
            while (!done.getAsBoolean()) {
                for (ConsumerRecord<String, byte[]> event : consumer.poll(POLL)) {
                    String version =
                            new String(event.headers().lastHeader("ce_sequence").value(), StandardCharsets.US_ASCII);
                    sent.put(FreshCreator.event(event.key(), Long.parseLong(version)), event.timestamp());
                }
            }
        }
    }

    boolean knows(String event) {
        return sent.containsKey(event);
    }

    double sentAt(String event) {
        return sent.get(event);
    }
}
