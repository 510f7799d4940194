package org.affinity.matching.operations.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Path;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.inbox.ReadModelRebuilds;
import org.affinity.kit.inbox.ReadModelResource;

/** Read models of matching, for operators: {@code creators} and {@code campaigns}. */
@Path("/v1/matching-read-models")
@ApiResource
@RunOnVirtualThread
public class MatchingReadModelResource extends ReadModelResource {

    MatchingReadModelResource(ReadModelRebuilds rebuilds) {
        super(rebuilds);
    }
}
