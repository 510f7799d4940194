package org.affinity.profile.operations.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.inbox.ReadModelRebuilds;
import org.affinity.kit.inbox.ReadModelResource;
import org.affinity.kit.security.Roles;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Copies of other services' state that this service keeps. */
@ApiResource
@Path("/v1/profile-read-models")
@RunOnVirtualThread
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Operations", description = "Dead letters and rebuilds, for operators.")
class ProfileReadModels extends ReadModelResource {

    ProfileReadModels(ReadModelRebuilds rebuilds) {
        super(rebuilds);
    }
}
