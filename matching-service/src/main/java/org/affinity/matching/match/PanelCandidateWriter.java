package org.affinity.matching.match;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.match.domain.PanelCandidate;
import org.affinity.matching.match.domain.Piece;

/**
 * Writes the creators of a pool as the plain serialiser would, without its reflection, and with memory of how shares
 * are written: a pool has a thousand creators and tens of thousands of shares, of which many are the same.
 */
final class PanelCandidateWriter extends JsonSerializer<PanelCandidate> {

    /** A power of two. */
    private static final int SIZE = 1 << 13;

    /** Threads overwrite places as they like: what is in one is complete and says what it is for. */
    private final Share[] shares = new Share[SIZE];

    private record Share(long bits, SerializableString text) {}

    @Override
    public void serialize(PanelCandidate candidate, JsonGenerator generator, SerializerProvider serializers)
            throws IOException {
        generator.writeStartObject();
        write(generator, "creatorId", candidate.creatorId());
        write(generator, "accountId", candidate.accountId());
        write(generator, "platform", candidate.platform());
        write(generator, "tier", candidate.tier());
        generator.writeStringField("country", candidate.country());
        generator.writeStringField("area", candidate.area());
        write(generator, "languages", candidate.languages());
        write(generator, "topics", candidate.topics());
        write(generator, candidate.price());
        write(generator, "priceSource", candidate.priceSource());
        write(generator, "priceFormat", candidate.priceFormat());
        generator.writeNumberField("score", candidate.score());
        generator.writeNumberField("impressions", candidate.impressions());
        generator.writeNumberField("interactions", candidate.interactions());
        write(generator, candidate.basis());
        write(generator, candidate.audience());
        generator.writeEndObject();
    }

    /** A name or an id, which reads as it is written. */
    private static void write(JsonGenerator generator, String field, Object named) throws IOException {
        generator.writeStringField(field, named == null ? null : named.toString());
    }

    private static void write(JsonGenerator generator, String field, Collection<String> words) throws IOException {
        generator.writeArrayFieldStart(field);
        for (String word : words) {
            generator.writeString(word);
        }
        generator.writeEndArray();
    }

    private static void write(JsonGenerator generator, Money price) throws IOException {
        generator.writeObjectFieldStart("price");
        generator.writeNumberField("amount", price.amount());
        generator.writeStringField("currency", price.currency());
        generator.writeEndObject();
    }

    private static void write(JsonGenerator generator, PanelCandidate.Basis basis) throws IOException {
        if (basis == null) {
            generator.writeNullField("basis");
            return;
        }
        generator.writeObjectFieldStart("basis");
        generator.writeNumberField("followers", basis.followers());
        generator.writeBooleanField("viewsKnown", basis.viewsKnown());
        generator.writeBooleanField("rateKnown", basis.rateKnown());
        write(generator, "source", basis.source());
        write(generator, basis.piece());
        generator.writeEndObject();
    }

    private static void write(JsonGenerator generator, Piece piece) throws IOException {
        if (piece == null) {
            generator.writeNullField("piece");
            return;
        }
        generator.writeObjectFieldStart("piece");
        write(generator, "format", piece.format());
        generator.writeBooleanField("known", piece.known());
        generator.writeObjectFieldStart("ratio");
        generator.writeNumberField("impressions", piece.ratio().impressions());
        generator.writeNumberField("interactions", piece.ratio().interactions());
        generator.writeNumberField("impressionSpread", piece.ratio().impressionSpread());
        generator.writeNumberField("interactionSpread", piece.ratio().interactionSpread());
        generator.writeEndObject();
        generator.writeEndObject();
    }

    private void write(JsonGenerator generator, Map<AudienceDimension, SortedMap<String, Double>> audience)
            throws IOException {
        generator.writeObjectFieldStart("audience");
        for (Map.Entry<AudienceDimension, SortedMap<String, Double>> dimension : audience.entrySet()) {
            generator.writeObjectFieldStart(dimension.getKey().name());
            for (Map.Entry<String, Double> share : dimension.getValue().entrySet()) {
                generator.writeFieldName(share.getKey());
                generator.writeRawValue(text(share.getValue()));
            }
            generator.writeEndObject();
        }
        generator.writeEndObject();
    }

    private SerializableString text(double share) {
        long bits = Double.doubleToLongBits(share);
        long mixed = bits * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 51) & SIZE - 1;
        Share written = shares[place];
        if (written == null || written.bits() != bits) {
            written = new Share(bits, new SerializedString(Double.toString(share)));
            shares[place] = written;
        }
        return written.text();
    }
}
