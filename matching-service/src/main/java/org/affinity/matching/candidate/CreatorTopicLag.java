package org.affinity.matching.candidate;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.affinity.kit.config.KitConfiguration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.jboss.logging.Logger;

/**
 * Whether every event about creators is stored, by whichever replica.
 *
 * <p>Campaigns and creators come by different topics. Who publishes creators and then a campaign expects them in its
 * match, so a match waits until the creators that were there before it are stored. It does not depend on that: when the
 * broker does not answer or the limit is reached, the match goes on with what has come.
 */
@ApplicationScoped
class CreatorTopicLag {

    private static final Logger LOG = Logger.getLogger(CreatorTopicLag.class);
    private static final String CHANNEL = "creators";
    private static final String TOPIC = "profile.creator";
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final KafkaClientService kafka;
    private final KitConfiguration kit;
    private final CandidateConfiguration configuration;
    private Admin admin;

    CreatorTopicLag(KafkaClientService kafka, KitConfiguration kit, CandidateConfiguration configuration) {
        this.kafka = kafka;
        this.kit = kit;
        this.configuration = configuration;
    }

    /** Waits until all that is on the topic now is stored, up to the configured limit. */
    synchronized void awaitNone() {
        try {
            Map<TopicPartition, Long> ends = ends();
            for (long tries = configuration.catchUpLimit().dividedBy(PAUSE); tries > 0; tries--) {
                if (isStored(ends)) {
                    return;
                }
                // Nothing tells when another replica has committed.
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
            LOG.warn("A match does not wait longer for creators that are on their way");
        } catch (ExecutionException e) {
            LOG.warn("A match does not wait for creators: the broker does not say how many are on their way", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for creators", e);
        }
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        String topic = kit.kafka().topicPrefix().orElse("") + TOPIC;
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        List<TopicPartitionInfo> partitions = admin().describeTopics(List.of(topic))
                .topicNameValues()
                .get(topic)
                .get()
                .partitions();
        partitions.forEach(info -> latest.put(new TopicPartition(topic, info.partition()), OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin().listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private boolean isStored(Map<TopicPartition, Long> ends) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> stored = admin().listConsumerGroupOffsets(
                        (String) consumerConfiguration().get(ConsumerConfig.GROUP_ID_CONFIG))
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata offset = stored.get(end.getKey());
            return end.getValue() == 0 || (offset != null && offset.offset() >= end.getValue());
        });
    }

    private Admin admin() {
        if (admin == null) {
            Map<String, Object> settings = new HashMap<>(consumerConfiguration());
            settings.keySet().retainAll(AdminClientConfig.configNames());
            settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int)
                    configuration.catchUpLimit().toMillis());
            settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                    configuration.catchUpLimit().toMillis());
            settings.remove(AdminClientConfig.CLIENT_ID_CONFIG);
            admin = Admin.create(settings);
        }
        return admin;
    }

    private Map<String, ?> consumerConfiguration() {
        return kafka.getConsumer(CHANNEL).configuration();
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
