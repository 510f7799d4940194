package org.affinity.campaign.operations.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.inbox.ReadModelRebuilds;
import org.affinity.kit.inbox.ReadModelResource;
import org.affinity.kit.security.Roles;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** This service's copies of other services' state: {@code creators}, {@code matches} and {@code platforms}. */
@Path("/v1/campaign-read-models")
@ApiResource
@RunOnVirtualThread
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Operations", description = "For the operators of the platform.")
class CampaignReadModelResource extends ReadModelResource {

    CampaignReadModelResource(ReadModelRebuilds rebuilds) {
        super(rebuilds);
    }
}
