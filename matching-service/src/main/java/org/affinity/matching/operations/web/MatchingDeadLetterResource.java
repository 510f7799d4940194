package org.affinity.matching.operations.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Path;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.inbox.DeadLetterResource;
import org.affinity.kit.inbox.DeadLetters;

/** Dead letters of matching, for operators. */
@Path("/v1/matching-dead-letters")
@ApiResource
@RunOnVirtualThread
public class MatchingDeadLetterResource extends DeadLetterResource {

    MatchingDeadLetterResource(DeadLetters deadLetters, Cursors cursors) {
        super(deadLetters, cursors);
    }
}
