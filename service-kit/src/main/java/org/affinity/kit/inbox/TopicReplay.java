package org.affinity.kit.inbox;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affinity.kit.inbox.ReplayPositions.Span;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/** Reads the topic of a read model again, from where the rebuild is to where the topic ended when it began. */
@ApplicationScoped
class TopicReplay {

    private static final Logger LOG = Logger.getLogger(TopicReplay.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(500);
    /** A transaction costs much the same however many events are in it; the consumer bounds their bytes. */
    private static final int BATCH = 1_000;

    private final KafkaClientService kafka;
    private final EventInbox inbox;
    private final ReplayPositions positions;
    private volatile boolean stopping;

    TopicReplay(KafkaClientService kafka, EventInbox inbox, ReplayPositions positions) {
        this.kafka = kafka;
        this.inbox = inbox;
        this.positions = positions;
    }

    /** Reads until everything is read, the service stops, or the read model is to be rebuilt anew. */
    void run(ReadModel readModel, long generation) {
        String name = readModel.channel();
        Set<String> topics = kafka.getConsumer(name)
                .runOnPollingThread(member -> {
                    return member.subscription();
                })
                .await()
                .atMost(PATIENCE);
        try (Consumer<String, byte[]> reader = reader(name)) {
            Map<TopicPartition, Span> spans = positions.load(name, generation);
            if (spans.isEmpty()) {
                spans = whole(reader, topics);
                positions.save(name, generation, spans);
                LOG.infof("Rebuild begins: consumer=%s generation=%d", name, generation);
            }
            read(readModel, generation, reader, spans);
        }
    }

    private void read(
            ReadModel readModel, long generation, Consumer<String, byte[]> reader, Map<TopicPartition, Span> spans) {
        String name = readModel.channel();
        Map<TopicPartition, Span> left = left(spans);
        reader.assign(left.keySet());
        left.forEach((partition, span) -> reader.seek(partition, span.next()));
        while (!left.isEmpty() && !stopping && isCurrent(name, generation)) {
            ConsumerRecords<String, byte[]> records = reader.poll(POLL);
            if (!records.isEmpty()) {
                inbox.consume(readModel, records);
            }
            Set<TopicPartition> read = new HashSet<>(left.keySet());
            read.forEach(partition -> spans.computeIfPresent(
                    partition, (_, span) -> new Span(reader.position(partition, PATIENCE), span.end())));
            positions.save(name, generation, spans);
            left = left(spans);
            read.removeAll(left.keySet());
            reader.pause(read);
        }
        if (left.isEmpty()) {
            LOG.infof("Rebuild done: consumer=%s generation=%d", name, generation);
        }
    }

    private boolean isCurrent(String name, long generation) {
        return positions.openGeneration(name).filter(open -> open == generation).isPresent();
    }

    private static Map<TopicPartition, Span> left(Map<TopicPartition, Span> spans) {
        Map<TopicPartition, Span> left = new HashMap<>(spans);
        left.values().removeIf(span -> span.next() >= span.end());
        return left;
    }

    private static Map<TopicPartition, Span> whole(Consumer<String, byte[]> reader, Set<String> topics) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> reader.partitionsFor(topic, PATIENCE).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        Map<TopicPartition, Long> first = reader.beginningOffsets(partitions, PATIENCE);
        Map<TopicPartition, Span> spans = new HashMap<>();
        reader.endOffsets(partitions, PATIENCE)
                .forEach((partition, end) -> spans.put(partition, new Span(first.get(partition), end)));
        return spans;
    }

    /** A reader of the channel's broker that belongs to no group and so takes no partition from anybody. */
    private Consumer<String, byte[]> reader(String name) {
        Map<String, Object> configuration =
                new HashMap<>(kafka.getConsumer(name).configuration());
        configuration.remove(ConsumerConfig.GROUP_ID_CONFIG);
        configuration.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        configuration.remove(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG);
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configuration.put(ConsumerConfig.CLIENT_ID_CONFIG, "rebuild-" + name);
        return new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer());
    }

    void stop() {
        stopping = true;
    }
}
