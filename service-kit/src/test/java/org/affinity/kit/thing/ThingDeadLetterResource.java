package org.affinity.kit.thing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Path;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.inbox.DeadLetterResource;
import org.affinity.kit.inbox.DeadLetters;

/** Dead letters under a path of the test's own. */
@Path("/v1/thing-dead-letters")
@ApiResource
@RunOnVirtualThread
class ThingDeadLetterResource extends DeadLetterResource {

    ThingDeadLetterResource(DeadLetters deadLetters, Cursors cursors) {
        super(deadLetters, cursors);
    }
}
