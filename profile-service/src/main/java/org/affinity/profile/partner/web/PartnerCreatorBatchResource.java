package org.affinity.profile.partner.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Many records of a partner in one request. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/partner-creator-batches")
@RunOnVirtualThread
@RolesAllowed(Roles.PARTNER)
@Tag(name = "Partners", description = "Creators under a partner's own ids, many at once, and who changed since.")
class PartnerCreatorBatchResource {

    private final PartnerBatches batches;
    private final CurrentCaller currentCaller;

    PartnerCreatorBatchResource(PartnerBatches batches, CurrentCaller currentCaller) {
        this.batches = batches;
        this.currentCaller = currentCaller;
    }

    @POST
    @Operation(
            operationId = "createPartnerCreatorBatch",
            summary = "Create or replace many records",
            description =
                    "Up to 1,000 records, each as in PUT /v1/partner-creators/{externalId} over whatever is there."
                            + " Each is taken over whole or not at all, whatever becomes of the others; its result says which."
                            + " A record may use the accounts of one before it: they become one creator.")
    @APIResponse(responseCode = "200", description = "What became of each record.")
    public RestResponse<PartnerCreatorBatch.Reply> create(@NotNull @Valid PartnerCreatorBatch body) {
        UUID organisationId = currentCaller.caller().organisationId();
        if (organisationId == null) {
            throw DomainException.notFound();
        }
        return RestResponse.ok(batches.put(organisationId, body.items()));
    }
}
