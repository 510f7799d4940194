package org.affinity.profile.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Small records kept as JSON beside an import. */
@ApplicationScoped
class ImportJson {

    private static final TypeReference<Map<String, Long>> TOTALS = new TypeReference<>() {};

    /** The mapper of the API refuses some of the texts that files hold. */
    private static final JsonMapper TOLERANT =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final ObjectMapper mapper;

    ImportJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not serialisable: " + value.getClass(), e);
        }
    }

    /** Writes texts such as no database can hold, too: NUL and halves of a surrogate pair. */
    String writeExactly(List<String> texts) {
        try {
            return TOLERANT.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not serialisable", e);
        }
    }

    /** Reads what {@link #writeExactly} wrote. */
    List<String> readList(String json) {
        try {
            return List.of(TOLERANT.readValue(json, String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored JSON is not a list of texts", e);
        }
    }

    /** Totals by reason. */
    Map<String, Long> readTotals(String json) {
        try {
            return mapper.readValue(json, TOTALS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored JSON is not a map of totals", e);
        }
    }

    <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored JSON is not a " + type.getSimpleName(), e);
        }
    }
}
