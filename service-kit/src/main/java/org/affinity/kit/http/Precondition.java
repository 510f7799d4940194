package org.affinity.kit.http;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;

/** The {@code If-Match} header of the request being served (RFC 9110, 13.1.1). */
@RequestScoped
public class Precondition {

    private final HttpHeaders headers;

    Precondition(HttpHeaders headers) {
        this.headers = headers;
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

    static boolean matches(String header, long version) {
        for (String tag : header.split(",", -1)) {
            if (tag.strip().equals(entityTag(version))) {
                return true;
            }
        }
        return false;
    }
}
