package org.affinity.matching.candidate;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * How many events about creators this service has not stored yet, over all its replicas.
 *
 * <p>Campaigns and creators come by different topics. Who publishes creators and then a campaign expects them in its
 * match, so a match waits until the creators that were there before it are stored.
 */
@ApplicationScoped
class CreatorTopicLag {

    private static final Logger LOG = Logger.getLogger(CreatorTopicLag.class);
    private static final String CHANNEL = "creators";
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final KafkaClientService kafka;
    private final CandidateConfiguration configuration;

    CreatorTopicLag(KafkaClientService kafka, CandidateConfiguration configuration) {
        this.kafka = kafka;
        this.configuration = configuration;
    }

    /** Waits until all that is on the topic now is stored, up to the configured limit. */
    void awaitNone() {
        try {
            Map<TopicPartition, Long> ends = onPollingThread(CreatorTopicLag::ends);
            long tries = configuration.catchUpLimit().dividedBy(PAUSE);
            while (!onPollingThread(consumer -> isStored(consumer, ends))) {
                if (tries-- == 0) {
                    LOG.warn("A match does not wait longer for creators that are on their way");
                    return;
                }
                // Nothing tells when another replica has committed.
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for creators", e);
        }
    }

    private <T> T onPollingThread(Function<Consumer<String, byte[]>, T> question) {
        KafkaConsumer<String, byte[]> consumer = kafka.getConsumer(CHANNEL);
        return consumer.runOnPollingThread(question).await().atMost(configuration.catchUpLimit());
    }

    private static Map<TopicPartition, Long> ends(Consumer<String, byte[]> consumer) {
        Set<TopicPartition> partitions = new HashSet<>();
        for (String topic : consumer.subscription()) {
            consumer.partitionsFor(topic)
                    .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        }
        return consumer.endOffsets(partitions);
    }

    private static boolean isStored(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(ends.keySet());
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata stored = committed.get(end.getKey());
            return end.getValue() == 0 || (stored != null && stored.offset() >= end.getValue());
        });
    }
}
