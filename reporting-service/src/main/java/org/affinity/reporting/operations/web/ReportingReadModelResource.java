package org.affinity.reporting.operations.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.inbox.ReadModelRebuilds;
import org.affinity.kit.inbox.ReadModelResource;
import org.affinity.kit.security.Roles;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Read models of this service. */
@ApiResource
@RunOnVirtualThread
@Path("/v1/reporting-read-models")
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Operations", description = "Dead letters and read models of this service, for operators.")
public class ReportingReadModelResource extends ReadModelResource {

    ReportingReadModelResource(ReadModelRebuilds rebuilds) {
        super(rebuilds);
    }
}
