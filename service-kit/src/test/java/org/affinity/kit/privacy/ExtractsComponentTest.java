package org.affinity.kit.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class ExtractsComponentTest {

    private static final UUID PROLIFIC = UUID.fromString("01977b7e-3c52-7bd1-9a53-0c0d1f6a2b81");
    private static final String PUBLISHED = """
            select jsonb_build_array(aggregateid, convert_from(payload, 'UTF8')) from outbox
             where aggregatetype = 'service-kit.data-extract' and payload is not null order by position""";
    private static final String RETRACTED = """
            select aggregateid from outbox
             where aggregatetype = 'service-kit.data-extract' and payload is null order by position""";

    private final ObjectMapper json = new ObjectMapper();
    private final UUID exportId = UUID.randomUUID();
    private final KeyPair keys = TransitBox.newKeys();

    @Inject
    Extracts extracts;

    @Inject
    SubjectRows rows;

    /** Somebody of whom more is known than one event holds, even compressed. */
    @ApplicationScoped
    static class MuchData implements PersonalData {

        static String text() {
            byte[] noise = new byte[5_000_000];
            new Random(1).nextBytes(noise);
            return Base64.getEncoder().encodeToString(noise);
        }

        @Override
        public List<Erased> erase(UUID subjectId) {
            return List.of();
        }

        @Override
        public Map<String, List<JsonNode>> extract(UUID subjectId) {
            return subjectId.equals(PROLIFIC)
                    ? Map.of("much", List.of(JsonNodeFactory.instance.textNode(text())))
                    : Map.of();
        }

        @Override
        public List<Kept> kept() {
            return List.of();
        }
    }

    private record Sent(List<String> keys, String sealed, List<String> retracted) {}

    /** What goes to the outbox; nothing is committed, so that nothing is sent. */
    private Sent send(UUID subjectId) throws Exception {
        QuarkusTransaction.begin();
        try {
            extracts.publish(
                    exportId,
                    subjectId,
                    Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
            var sealed = new ByteArrayOutputStream();
            var sentKeys = new ArrayList<String>();
            int number = 0;
            for (JsonNode row : rows.json(PUBLISHED)) {
                JsonNode part = json.readTree(row.get(1).asText());
                number++;
                assertThat(part.path("part").asInt()).isEqualTo(number);
                assertThat(row.get(1).asText()).hasSizeLessThan(3_000_000);
                sentKeys.add(row.get(0).asText());
                sealed.writeBytes(part.path("sealed").binaryValue());
            }
            extracts.retract(exportId);
            List<String> retracted = rows.texts(RETRACTED);
            return new Sent(sentKeys, Base64.getEncoder().encodeToString(sealed.toByteArray()), retracted);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private JsonNode opened(Sent sent) throws Exception {
        return json.readTree(TransitBox.open(
                keys.getPrivate().getEncoded(),
                keys.getPublic().getEncoded(),
                Base64.getDecoder().decode(sent.sealed())));
    }

    @Test
    void shouldSendInPartsWhatIsTooLargeForOneEventAndTakeAllOfThemBack() throws Exception {
        // When
        Sent sent = send(PROLIFIC);

        // Then
        assertThat(sent.keys()).hasSizeGreaterThan(1).doesNotHaveDuplicates().startsWith(exportId.toString());
        assertThat(sent.retracted()).isEqualTo(sent.keys());
        assertThat(opened(sent).at("/much/0").asText()).isEqualTo(MuchData.text());
    }

    @Test
    void shouldSendLittleInOnePart() throws Exception {
        // When
        Sent sent = send(UUID.randomUUID());

        // Then
        assertThat(sent.keys()).containsExactly(exportId.toString());
        assertThat(sent.retracted()).containsExactly(exportId.toString());
        assertThat(opened(sent)).isEmpty();
    }
}
