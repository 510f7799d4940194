package org.affinity.kit.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Answers the strong {@code ETag} of each versioned representation, and 304 to who has it already. */
@Singleton
class EntityTags {

    @ServerResponseFilter
    void tag(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Versioned versioned)) {
            return;
        }
        response.getHeaders().putSingle(HttpHeaders.ETAG, Precondition.entityTag(versioned.version()));
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (request.getMethod().equals("GET") && known != null && Precondition.matches(known, versioned.version())) {
            response.setStatusInfo(Status.NOT_MODIFIED);
            response.setEntity(null);
        }
    }
}
