package org.affinity.profile.creator.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.TreeMap;

/** Answers by question, kept as one JSON object. */
@Converter
public class AnswersColumn implements AttributeConverter<Map<String, JsonNode>, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, JsonNode>> ANSWERS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(Map<String, JsonNode> answers) {
        try {
            return JSON.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Answers that cannot be written", e);
        }
    }

    @Override
    public Map<String, JsonNode> convertToEntityAttribute(String column) {
        try {
            return column == null ? new TreeMap<>() : JSON.readValue(column, ANSWERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored answers are not a JSON object", e);
        }
    }
}
