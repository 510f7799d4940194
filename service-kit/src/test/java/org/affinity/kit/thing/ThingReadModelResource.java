package org.affinity.kit.thing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Path;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.inbox.ReadModelRebuilds;
import org.affinity.kit.inbox.ReadModelResource;

/** Read models under a path of the test's own. */
@Path("/v1/thing-read-models")
@ApiResource
@RunOnVirtualThread
class ThingReadModelResource extends ReadModelResource {

    ThingReadModelResource(ReadModelRebuilds rebuilds) {
        super(rebuilds);
    }
}
