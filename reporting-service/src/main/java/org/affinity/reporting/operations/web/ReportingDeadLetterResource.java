package org.affinity.reporting.operations.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.inbox.DeadLetterResource;
import org.affinity.kit.inbox.DeadLetters;
import org.affinity.kit.security.Roles;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Dead letters of this service. */
@ApiResource
@RunOnVirtualThread
@Path("/v1/reporting-dead-letters")
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Operations", description = "Dead letters and read models of this service, for operators.")
public class ReportingDeadLetterResource extends DeadLetterResource {

    ReportingDeadLetterResource(DeadLetters deadLetters, Cursors cursors) {
        super(deadLetters, cursors);
    }
}
