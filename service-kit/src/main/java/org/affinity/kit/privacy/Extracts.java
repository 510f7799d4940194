package org.affinity.kit.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.outbox.Outbox;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hands out what this service holds about a person (GDPR, articles 15 and 20), sealed for whoever asked: the event can
 * be read by nobody else, and is retracted as soon as it was used.
 */
@ApplicationScoped
public class Extracts {

    private final List<PersonalData> everything;
    private final Outbox outbox;
    private final String service;
    private final ObjectMapper json = JsonMapper.builder().build();

    Extracts(
            @All List<PersonalData> everything,
            Outbox outbox,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.everything = List.copyOf(everything);
        this.outbox = outbox;
        this.service = service;
    }

    /**
     * Payload of {@code <context>.data-extract.recorded.v1}.
     *
     * @param sealed base64, see {@link TransitBox}: an object of lists of rows, by name
     */
    public record Extract(UUID exportId, long version, String service, String sealed) {}

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
            var extract = new Extract(exportId, 1, service, Base64.getEncoder().encodeToString(sealed));
            outbox.publish(topic() + ".recorded.v1", exportId, extract.version(), extract);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An extract could not be written", e);
        }
    }

    /** Takes an extract back, once it was used or is not wanted any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void retract(UUID exportId) {
        outbox.retract(topic(), exportId, 2);
    }

    private String topic() {
        return service.replaceFirst("-service$", "") + ".data-extract";
    }
}
