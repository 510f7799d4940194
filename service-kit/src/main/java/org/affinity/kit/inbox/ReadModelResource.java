package org.affinity.kit.inbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.affinity.kit.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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

    /** Throws a read model away and builds it again. */
    @POST
    @Path("/{name}/rebuilds")
    @Operation(
            operationId = "rebuildReadModel",
            summary = "Rebuild a read model",
            description = "Deletes this service's copy of another service's state and reads its topic from offset 0.")
    public RestResponse<Rebuild> rebuild(
            @Parameter(description = "Name of the read model.", example = "creators") @RestPath String name) {
        return RestResponse.accepted(new Rebuild(name, rebuilds.request(name)));
    }

    /** A rebuild that was asked for. */
    @Schema(description = "A rebuild that was asked for.")
    public record Rebuild(
            @Schema(description = "Name of the read model.", examples = "creators")
            String name,

            @Schema(description = "How many rebuilds there have been.", examples = "1")
            long generation) {}
}
