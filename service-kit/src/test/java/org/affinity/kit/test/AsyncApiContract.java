package org.affinity.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds a service's {@code asyncapi.yaml} to its channels, to the declared topics and to the event contracts; a service
 * extends it.
 */
public abstract class AsyncApiContract {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String TOPIC_KEY = "mp\\.messaging\\.incoming\\.[a-z-]+\\.topic";
    private static final String PREFIX = "${affinity.kafka.topic-prefix:}";

    private static JsonNode document() throws IOException {
        return YAML.readTree(Path.of("asyncapi.yaml").toFile());
    }

    @Test
    void shouldNameOnlyDeclaredTopics() throws IOException {
        Path topics = Path.of(System.getProperty("affinity.root", "..")).resolve("deploy/topics.yaml");
        Set<String> declared = new TreeSet<>();
        YAML.readTree(topics.toFile())
                .path("topics")
                .forEach(topic -> declared.add(topic.path("name").asText()));
        for (JsonNode channel : document().path("channels")) {
            String topic = channel.path("address").asText();
            assertThat(declared).contains(topic, topic + ".dlq");
        }
    }

    @Test
    void shouldDescribeEachMessageByTheContractOfItsType() throws IOException {
        for (JsonNode message : document().at("/components/messages")) {
            String type = message.path("name").asText();
            String contract = message.at("/payload/schema/$ref").asText();
            assertThat(contract).endsWith("event-contracts/" + type + ".schema.json");
            assertThat(Path.of(contract)).exists();
            EventContracts.assertValid(type, EventContracts.example(type));
        }
    }

    @Test
    void shouldReceiveExactlyTheConfiguredTopics() throws IOException {
        Properties configuration = new Properties();
        Path ofAll = Path.of(System.getProperty("affinity.root", ".."))
                .resolve("service-kit/src/main/resources/META-INF/microprofile-config.properties");
        for (Path file : List.of(ofAll, Path.of("src/main/resources/application.properties"))) {
            try (Reader properties = Files.newBufferedReader(file)) {
                configuration.load(properties);
            }
        }
        Set<String> consumed = configuration.stringPropertyNames().stream()
                .filter(name -> name.matches(TOPIC_KEY))
                .map(name -> configuration.getProperty(name).replace(PREFIX, ""))
                .collect(Collectors.toCollection(TreeSet::new));
        JsonNode document = document();
        Set<String> described = new TreeSet<>();
        for (Map.Entry<String, JsonNode> operation : document.path("operations").properties()) {
            if (operation.getValue().path("action").asText().equals("receive")) {
                String channel = operation.getValue().at("/channel/$ref").asText();
                described.add(document.at(channel.substring(1)).path("address").asText());
            }
        }
        assertThat(described).isEqualTo(consumed);
    }
}
