package org.affinity.matching.match.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.matching.match.PanelDocument;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A panel whose JSON goes out as it was saved, character for character. */
@Schema(implementation = PanelDocument.class)
record SavedPanel(String json) implements JsonSerializable, Versioned {

    @Override
    public long version() {
        return 1;
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
