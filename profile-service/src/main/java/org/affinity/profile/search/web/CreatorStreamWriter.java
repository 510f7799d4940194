package org.affinity.profile.search.web;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes a stream of creators as the body of an answer. */
@Provider
@Produces({CreatorExport.CSV, CreatorExport.NDJSON})
class CreatorStreamWriter implements MessageBodyWriter<CreatorStream> {

    private final CreatorExport export;

    CreatorStreamWriter(CreatorExport export) {
        this.export = export;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return CreatorStream.class == type;
    }

    @Override
    public void writeTo(
            CreatorStream stream,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream output)
            throws IOException {
        export.write(stream.query(), stream.format(), output);
    }
}
