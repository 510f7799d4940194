package org.affinity.local.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the project, as {@code deploy/topics.yaml} declares them. */
public final class Topics {

    private static final short ONE_REPLICA = 1;

    private Topics() {}

    /** One declared topic. */
    public record Topic(String name, int partitions, Map<String, String> config) {
        public Topic {
            config = Map.copyOf(config);
        }
    }

    /** Reads the declaration that is packaged with this class. */
    public static List<Topic> declared() {
        try (InputStream in = Topics.class.getResourceAsStream("/topics.yaml")) {
            List<Topic> topics = new ArrayList<>();
            for (JsonNode topic : new YAMLMapper().readTree(in).path("topics")) {
                Map<String, String> config = new LinkedHashMap<>();
                topic.path("config")
                        .properties()
                        .forEach(entry ->
                                config.put(entry.getKey(), entry.getValue().asText()));
                topics.add(new Topic(
                        topic.path("name").asText(), topic.path("partitions").asInt(), config));
            }
            return topics;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the declared topics that are missing, each name after the prefix; returns the names of all. */
    public static List<String> create(String bootstrapServers, String prefix) {
        List<NewTopic> wanted = declared().stream()
                .map(topic ->
                        new NewTopic(prefix + topic.name(), topic.partitions(), ONE_REPLICA).configs(topic.config()))
                .toList();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            for (var created : admin.createTopics(wanted).values().values()) {
                awaitCreated(created);
            }
        }
        return wanted.stream().map(NewTopic::name).toList();
    }

    private static void awaitCreated(KafkaFuture<Void> created) {
        try {
            created.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("cannot create the topics", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
