package org.affinity.profile.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.affinity.profile.imports.domain.Header;
import org.affinity.profile.imports.domain.RawRecord;
import org.affinity.profile.imports.domain.RejectionReason;

/**
 * One JSON object per line; the columns are all the keys that occur in the file.
 *
 * @param text the file
 * @param keys the keys as the objects write them
 * @param header what the columns are called, in the same order
 */
record JsonLinesFormat(TextFile text, List<String> keys, Header header) implements RecordFormat {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int MAX_COLUMNS = 500;
    private static final int EXCERPT = 200;
    private static final int MOST_ZEROS = 1_000;

    static JsonLinesFormat of(TextFile text) throws IOException {
        var keys = new LinkedHashSet<String>();
        try (var lines = new Lines(text.reader())) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                JsonNode object = objectIn(line);
                if (object != null) {
                    object.fieldNames().forEachRemaining(keys::add);
                }
                if (keys.size() > MAX_COLUMNS) {
                    throw new UnreadableFileException("The objects have more than " + MAX_COLUMNS + " different keys.");
                }
            }
        }
        if (keys.isEmpty()) {
            throw new UnreadableFileException("No line of the file is a JSON object with keys.");
        }
        return new JsonLinesFormat(text, List.copyOf(keys), Header.of(List.copyOf(keys)));
    }

    @Override
    public String description() {
        return "NDJSON, " + text.charset().name();
    }

    @Override
    public void read(Predicate<RawRecord> receiver) throws IOException {
        try (var lines = new Lines(text.reader())) {
            long row = 0;
            for (String line = lines.next(); line != null; line = lines.next()) {
                row++;
                if (!receiver.test(record(row, line))) {
                    return;
                }
            }
        }
    }

    private RawRecord record(long row, String line) {
        if (line.isBlank()) {
            return new RawRecord(row, row, List.of(""), null);
        }
        JsonNode object = objectIn(line);
        if (object == null) {
            String excerpt = line.substring(0, Math.min(EXCERPT, line.length()));
            return new RawRecord(row, row, List.of(excerpt), RejectionReason.MALFORMED_JSON.name());
        }
        var cells = new ArrayList<String>();
        keys.forEach(key -> cells.add(text(object.path(key))));
        return new RawRecord(row, row, cells, null);
    }

    private static JsonNode objectIn(String line) {
        if (line.isBlank() || line.length() > Lines.LONGEST) {
            return null;
        }
        try {
            JsonNode node = JSON.readTree(line);
            return node.isObject() ? node : null;
        } catch (JsonProcessingException malformed) {
            return null;
        }
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isNumber()) {
            return text(value.decimalValue());
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(JsonLinesFormat::text)
                    .collect(Collectors.joining(";"));
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** A number in digits, unless it is so large or small that its digits would fill the memory. */
    private static String text(BigDecimal number) {
        return Math.abs((long) number.scale()) > MOST_ZEROS ? number.toString() : TypedNumbers.text(number);
    }
}
