package org.affinity.matching.match.web;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Sends a saved match as the bytes it is, without a serialiser between. */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class SavedMatchWriter implements ServerMessageBodyWriter<SavedMatch> {

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == SavedMatch.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == SavedMatch.class;
    }

    @Override
    public void writeResponse(SavedMatch match, Type genericType, ServerRequestContext context) {
        context.serverResponse().end(match.json().bytes());
    }

    @Override
    public void writeTo(
            SavedMatch match,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream output)
            throws IOException {
        output.write(match.json().bytes());
    }
}
