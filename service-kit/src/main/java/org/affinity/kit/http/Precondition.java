package org.affinity.kit.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What a request makes depend on the version of a resource (RFC 9110, 13.1): {@code If-Match} of changes,
 * {@code If-None-Match} of reads, and the strong {@code ETag} of each {@link Versioned} answer.
 */
@ApplicationScoped
public class Precondition {

    /** A representation with a version, which is answered as its strong {@code ETag}. */
    public interface Versioned {

        /** Version of the resource: 1 when created, one more with each change. */
        long version();
    }

    private final HttpHeaders headers;
    private final RoutingContext routing;

    Precondition(HttpHeaders headers, RoutingContext routing) {
        this.headers = headers;
        this.routing = routing;
    }

    /** The strong entity tag of a version. */
    static String entityTag(long version) {
        return "\"" + version + "\"";
    }

    void require() {
        if (headers.getHeaderString(HttpHeaders.IF_MATCH) == null) {
            throw new DomainException(
                    CommonProblem.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of the representation that you changed.");
        }
    }

    /** Fails with 412 unless the request was made for this version of the resource. */
    public void requireVersion(long version) {
        String given = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (given != null && !given.strip().equals("*") && !matches(given, version)) {
            throw new DomainException(
                    CommonProblem.STALE_VERSION, "Read the resource again, redo the change, and send its new ETag.");
        }
    }

    /** Answers the entity tag of a versioned representation, and 304 to who has it already. */
    @ServerResponseFilter
    void tag(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Versioned versioned)) {
            return;
        }
        response.getHeaders().putSingle(HttpHeaders.ETAG, entityTag(versioned.version()));
        if (!request.getMethod().equals("GET")) {
            return;
        }
        String own = response.getHeaderString(HttpHeaders.CACHE_CONTROL);
        if (own != null) {
            // In the place of what every reply says: a header of this response would stand beside that.
            response.getHeaders().remove(HttpHeaders.CACHE_CONTROL);
            routing.response().putHeader(HttpHeaders.CACHE_CONTROL, own);
        }
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (known != null && isAmong(known, versioned.version())) {
            response.setStatusInfo(Status.NOT_MODIFIED);
            response.setEntity(null);
        }
    }

    /** Weak comparison (RFC 9110, 13.1.2): whoever compresses a reply on its way makes its tag weak. */
    private static boolean isAmong(String header, long version) {
        return header.strip().equals("*") || matches(header.replace("W/", ""), version);
    }

    private static boolean matches(String header, long version) {
        for (String tag : header.split(",", -1)) {
            if (tag.strip().equals(entityTag(version))) {
                return true;
            }
        }
        return false;
    }
}
