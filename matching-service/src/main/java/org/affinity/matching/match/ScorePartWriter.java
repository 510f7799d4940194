package org.affinity.matching.match;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Objects;
import org.affinity.matching.match.MatchedCreator.ScorePart;
import org.affinity.matching.match.domain.DayInWords;

/**
 * Writes parts of scores as the plain serialiser would, but with memory: all of a part except its day and words is one
 * of some thousand combinations of signal, weight, levels and source, and becomes text once. A match with a hundred
 * creators has more than two thousand parts.
 */
final class ScorePartWriter extends JsonSerializer<ScorePart> {

    /** A power of two. */
    private static final int SIZE = 1 << 13;

    private static final JsonFactory PLAIN = new JsonFactory();
    private static final SerializableString OBSERVED_ON = new SerializedString("observedOn");
    private static final SerializableString LOWERS = new SerializedString("lowers");
    private static final SerializableString EVIDENCE = new SerializedString("evidence");

    /** Threads overwrite places as they like: what is in one is complete and says what it is for. */
    private final Head[] heads = new Head[SIZE];

    /** The fields of a part up to its day, as text. */
    private record Head(ScorePart part, SerializableString text) {

        boolean isOf(ScorePart other) {
            return part.signal().equals(other.signal())
                    && Double.compare(part.weight(), other.weight()) == 0
                    && Double.compare(part.contribution(), other.contribution()) == 0
                    && Objects.equals(part.value(), other.value())
                    && Objects.equals(part.neutral(), other.neutral())
                    && Objects.equals(part.low(), other.low())
                    && Objects.equals(part.high(), other.high())
                    && Objects.equals(part.source(), other.source());
        }
    }

    @Override
    public void serialize(ScorePart part, JsonGenerator generator, SerializerProvider serializers) throws IOException {
        generator.writeStartObject();
        generator.writeRaw(head(part));
        generator.writeFieldName(OBSERVED_ON);
        generator.writeString(part.observedOn() == null ? null : DayInWords.of(part.observedOn()));
        generator.writeFieldName(LOWERS);
        generator.writeString(part.lowers());
        generator.writeFieldName(EVIDENCE);
        generator.writeString(part.evidence());
        generator.writeEndObject();
    }

    private SerializableString head(ScorePart part) throws IOException {
        int hash = 31 * part.signal().hashCode() + Double.hashCode(part.contribution());
        hash = 31 * (31 * hash + Objects.hashCode(part.low())) + Objects.hashCode(part.high());
        hash = 31 * hash + Objects.hashCode(part.source());
        int place = (hash ^ hash >>> 16 ^ hash >>> 24) & SIZE - 1;
        Head head = heads[place];
        if (head == null || !head.isOf(part)) {
            head = new Head(part, new SerializedString(text(part)));
            heads[place] = head;
        }
        return head.text();
    }

    /** What stands between the brace and the day. */
    private static String text(ScorePart part) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = PLAIN.createGenerator(text)) {
            generator.writeStartObject();
            generator.writeStringField("signal", part.signal());
            generator.writeNumberField("weight", part.weight());
            write(generator, "value", part.value());
            generator.writeNumberField("contribution", part.contribution());
            write(generator, "neutral", part.neutral());
            write(generator, "low", part.low());
            write(generator, "high", part.high());
            generator.writeStringField("source", part.source());
            generator.writeEndObject();
        }
        String fields = text.toString();
        return fields.substring(1, fields.length() - 1) + ",";
    }

    private static void write(JsonGenerator generator, String name, Double value) throws IOException {
        generator.writeFieldName(name);
        if (value == null) {
            generator.writeNull();
        } else {
            generator.writeNumber(value);
        }
    }
}
