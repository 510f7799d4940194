package org.affinity.campaign.operations.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.inbox.DeadLetterResource;
import org.affinity.kit.inbox.DeadLetters;
import org.affinity.kit.security.Roles;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The events that this service could not handle. */
@Path("/v1/campaign-dead-letters")
@ApiResource
@RunOnVirtualThread
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Operations", description = "For the operators of the platform.")
class CampaignDeadLetterResource extends DeadLetterResource {

    CampaignDeadLetterResource(DeadLetters deadLetters, Cursors cursors) {
        super(deadLetters, cursors);
    }
}
