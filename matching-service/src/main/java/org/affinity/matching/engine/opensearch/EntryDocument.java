package org.affinity.matching.engine.opensearch;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.Row;

/** Writes creators as the lines of a bulk request. */
record EntryDocument(RowLayout layout) {

    /** The creator's id again: what ties are decided by. Its hexadecimal digits sort as the unsigned number does. */
    static final String ID = "id";

    /** An action that yields to a higher version, and the document. */
    void write(Entry entry, JsonGenerator lines) throws IOException {
        lines.writeStartObject();
        lines.writeObjectFieldStart("index");
        lines.writeStringField("_id", entry.id().toString());
        lines.writeNumberField("version", entry.version());
        lines.writeStringField("version_type", "external_gte");
        lines.writeEndObject();
        lines.writeEndObject();
        lines.writeRaw('\n');
        lines.writeStartObject();
        lines.writeStringField(ID, entry.id().toString());
        lines.writeArrayFieldStart(RowLayout.ROWS);
        for (int place = 0; place < entry.rows().size(); place++) {
            row(entry.rows().get(place), place, lines);
        }
        lines.writeEndArray();
        lines.writeEndObject();
        lines.writeRaw('\n');
    }

    private void row(Row row, int place, JsonGenerator lines) throws IOException {
        lines.writeStartObject();
        lines.writeStringField(RowLayout.DATA, layout.data(row, place));
        for (int column = 0; column < row.codes().length; column++) {
            lines.writeNumberField(RowLayout.code(column), row.code(column));
        }
        for (int column = 0; column < row.numbers().length; column++) {
            lines.writeNumberField(RowLayout.number(column), row.numbers()[column]);
        }
        for (int set = 0; set < row.keywords().size(); set++) {
            words(RowLayout.keywords(set), row.keywords().get(set), lines);
        }
        lines.writeEndObject();
    }

    private static void words(String field, Set<String> words, JsonGenerator lines) throws IOException {
        if (!words.isEmpty()) {
            lines.writeArrayFieldStart(field);
            for (String word : words) {
                lines.writeString(word);
            }
            lines.writeEndArray();
        }
    }
}
