package org.affinity.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** The JSON Schemas and examples of events. */
public final class EventContracts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EventContracts() {}

    /** The published example of an event type. */
    public static JsonNode example(String type) {
        return read(type + ".example.json");
    }

    /** Fails unless the data keeps the contract of its type. */
    public static void assertValid(String type, JsonNode data) {
        SchemaValidatorsConfig strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(read(type + ".schema.json"), strict);
        Set<ValidationMessage> broken = schema.validate(data);
        assertThat(broken).as("contract of %s for %s", type, data).isEmpty();
    }

    private static JsonNode read(String file) {
        try (InputStream contract =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("event-contracts/" + file)) {
            assertThat(contract).as("event-contracts/" + file).isNotNull();
            return JSON.readTree(contract);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
