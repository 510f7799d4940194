package org.affinity.profile.operations.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.inbox.DeadLetterResource;
import org.affinity.kit.inbox.DeadLetters;
import org.affinity.kit.security.Roles;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events that this service could not handle. */
@ApiResource
@Path("/v1/profile-dead-letters")
@RunOnVirtualThread
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Operations", description = "Dead letters and rebuilds, for operators.")
class ProfileDeadLetters extends DeadLetterResource {

    ProfileDeadLetters(DeadLetters deadLetters, Cursors cursors) {
        super(deadLetters, cursors);
    }
}
