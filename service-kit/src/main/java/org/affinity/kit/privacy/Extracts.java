package org.affinity.kit.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.inbox.EventConsumer;
import org.affinity.kit.inbox.EventInbox;
import org.affinity.kit.inbox.ReceivedEvent;
import org.affinity.kit.outbox.Outbox;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hands out what this service holds about a person (GDPR, articles 15 and 20), sealed for whoever asked: the event can
 * be read by nobody else, and is retracted as soon as it was used.
 */
@ApplicationScoped
public class Extracts {

    /** Bytes of a part: in base64 well below the largest event. */
    private static final int PART_BYTES = 2_000_000;

    private final List<PersonalData> everything;
    private final SubjectRows rows;
    private final Outbox outbox;
    private final String service;
    private final ObjectMapper json = JsonMapper.builder().build();

    Extracts(
            @All List<PersonalData> everything,
            SubjectRows rows,
            Outbox outbox,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.everything = List.copyOf(everything);
        this.rows = rows;
        this.outbox = outbox;
        this.service = service;
    }

    /**
     * Payload of {@code <context>.data-extract.recorded.v1}: a part of an extract, which is complete with all of them.
     *
     * @param sealed base64; the parts one behind the other are sealed by {@link TransitBox}: an object of lists of
     *     rows, by name
     * @param part which part it is, from 1; 1 when left out
     * @param parts how many there are; 1 when left out
     */
    public record Extract(UUID exportId, long version, String service, String sealed, Integer part, Integer parts) {

        public Extract {
            part = part == null ? 1 : part;
            parts = parts == null ? 1 : parts;
        }
    }

    /** All that this service holds about a person. */
    public Map<String, List<JsonNode>> of(UUID subjectId) {
        Map<String, List<JsonNode>> files = new LinkedHashMap<>();
        everything.forEach(data -> files.putAll(data.extract(subjectId)));
        return files;
    }

    /**
     * Publishes all that this service holds about a person, for the holder of the private key to a public one, in
     * base64.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(UUID exportId, UUID subjectId, String publicKey) {
        try {
            byte[] sealed =
                    TransitBox.seal(Base64.getDecoder().decode(publicKey), json.writeValueAsBytes(of(subjectId)));
            int parts = Math.ceilDiv(sealed.length, PART_BYTES);
            rows.change(
                    "insert into extract_parts (export_id, parts) values (?, ?) on conflict do nothing",
                    exportId,
                    parts);
            for (int part = 1; part <= parts; part++) {
                byte[] piece =
                        Arrays.copyOfRange(sealed, (part - 1) * PART_BYTES, Math.min(sealed.length, part * PART_BYTES));
                var extract =
                        new Extract(exportId, 1, service, Base64.getEncoder().encodeToString(piece), part, parts);
                outbox.publish(topic() + ".recorded.v1", key(exportId, part), extract.version(), extract);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An extract could not be written", e);
        }
    }

    /** Takes an extract back, once it was used or is not wanted any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void retract(UUID exportId) {
        int parts = rows.texts("delete from extract_parts where export_id = ? returning parts", exportId).stream()
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(1);
        for (int part = 1; part <= parts; part++) {
            outbox.retract(topic(), key(exportId, part), 2);
        }
    }

    /** Each part has a key of its own: of one key compaction leaves the last. */
    private static UUID key(UUID exportId, int part) {
        return part == 1
                ? exportId
                : UUID.nameUUIDFromBytes((exportId + "/" + part).getBytes(StandardCharsets.US_ASCII));
    }

    private String topic() {
        return service.replaceFirst("-service$", "") + ".data-extract";
    }

    /**
     * Answers people who ask for their data, and takes the answer back when it was used: in every service that has the
     * channel. The service that gathers the answers has not.
     */
    @ApplicationScoped
    @IfBuildProperty(name = "mp.messaging.incoming.data-exports.connector", stringValue = "smallrye-kafka")
    static class Requests implements EventConsumer {

        private static final String CHANNEL = "data-exports";
        private static final String REQUESTED = "profile.data-export.requested.v1";

        private final EventInbox inbox;
        private final Extracts extracts;

        Requests(EventInbox inbox, Extracts extracts) {
            this.inbox = inbox;
            this.extracts = extracts;
        }

        private record ExportRequested(UUID exportId, UUID creatorId, String publicKey) {}

        @Incoming(CHANNEL)
        @Blocking
        void consume(ConsumerRecords<String, byte[]> records) {
            inbox.consume(this, records);
        }

        @Override
        public String channel() {
            return CHANNEL;
        }

        @Override
        public void handle(ReceivedEvent event) {
            if (event.isTombstone()) {
                extracts.retract(UUID.fromString(event.key()));
            } else if (event.type().equals(REQUESTED)) {
                ExportRequested export = event.read(ExportRequested.class);
                extracts.publish(export.exportId(), export.creatorId(), export.publicKey());
            }
        }
    }
}
