package org.affinity.matching.match.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affinity.kit.http.Versioned;
import org.affinity.matching.match.MatchDocument;
import org.affinity.matching.match.domain.MatchRun;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A match whose JSON goes out as it was saved, character for character. */
@Schema(implementation = MatchDocument.class)
record SavedMatch(String json) implements JsonSerializable, Versioned {

    /** The first field of that name: the document's own, before any list. */
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");

    static SavedMatch of(MatchRun run) {
        return new SavedMatch(run.document());
    }

    @Override
    public long version() {
        Matcher version = VERSION.matcher(json);
        return version.find() ? Long.parseLong(version.group(1)) : 1;
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider serializers) throws IOException {
        generator.writeRawValue(json);
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializerProvider serializers, TypeSerializer types)
            throws IOException {
        serialize(generator, serializers);
    }
}
