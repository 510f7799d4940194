package org.affinity.matching.operations.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.inbox.ReadModelRebuilds;
import org.affinity.kit.inbox.ReadModelResource;
import org.affinity.kit.security.Roles;

/** Read models of matching, for operators: {@code creators} and {@code campaigns}. */
@Path("/v1/matching-read-models")
@ApiResource
@RunOnVirtualThread
@RolesAllowed(Roles.OPERATOR)
public class MatchingReadModelResource extends ReadModelResource {

    MatchingReadModelResource(ReadModelRebuilds rebuilds) {
        super(rebuilds);
    }
}
