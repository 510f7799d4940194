package org.affinity.kit.inbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.affinity.kit.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Lets operators rebuild read models; each service puts it under a path of its own. */
@RunOnVirtualThread
@RolesAllowed(Roles.OPERATOR)
public abstract class ReadModelResource {

    private final ReadModelRebuilds rebuilds;

    protected ReadModelResource(ReadModelRebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    /** How far the last rebuild is. */
    @GET
    @Path("/{name}")
    @Operation(
            operationId = "getReadModel",
            summary = "See how far a rebuild is",
            description = "When the read model was last rebuilt, and how much there is left to read.")
    public ReadModelRebuilds.Rebuild get(
            @Parameter(description = "Name of the read model.", example = "creators") @RestPath String name) {
        return rebuilds.status(name);
    }

    /** Throws a read model away and builds it again. */
    @POST
    @Path("/{name}/rebuilds")
    @Operation(
            operationId = "rebuildReadModel",
            summary = "Rebuild a read model",
            description = "Deletes this service's copy of another service's state and reads its topic from offset 0.")
    @APIResponse(
            responseCode = "202",
            description = "The rebuild, which has begun.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReadModelRebuilds.Rebuild.class)))
    public RestResponse<ReadModelRebuilds.Rebuild> rebuild(
            @Parameter(description = "Name of the read model.", example = "creators") @RestPath String name) {
        return RestResponse.accepted(rebuilds.request(name));
    }
}
