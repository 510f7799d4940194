package org.affinity.matching.match.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.matching.match.MatchDocument;
import org.affinity.matching.match.domain.MatchRun;
import org.affinity.matching.match.domain.SavedJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A match whose JSON goes out as it was saved, byte for byte; see {@link SavedMatchWriter}. */
@Schema(implementation = MatchDocument.class)
record SavedMatch(SavedJson json) implements JsonSerializable, Versioned {

    /** The document's own version is its second field. */
    private static final int WHERE_VERSION_IS = 200;

    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");

    static SavedMatch of(MatchRun run) {
        return new SavedMatch(run.document());
    }

    @Override
    public long version() {
        Matcher version = VERSION.matcher(json.start(WHERE_VERSION_IS));
        return version.find() ? Long.parseLong(version.group(1)) : 1;
    }

    /** For replies that are saved to be given again. */
    @Override
    public void serialize(JsonGenerator generator, SerializerProvider serializers) throws IOException {
        generator.writeRawValue(json.text());
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializerProvider serializers, TypeSerializer types)
            throws IOException {
        serialize(generator, serializers);
    }
}
