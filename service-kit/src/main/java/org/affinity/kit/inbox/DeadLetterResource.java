package org.affinity.kit.inbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Lists, shows and replays dead letters; each service puts it under a path of its own. */
@RunOnVirtualThread
@RolesAllowed(Roles.OPERATOR)
public abstract class DeadLetterResource {

    private final DeadLetters deadLetters;
    private final Cursors cursors;

    protected DeadLetterResource(DeadLetters deadLetters, Cursors cursors) {
        this.deadLetters = deadLetters;
        this.cursors = cursors;
    }

    /** Dead letters in order of failure. */
    @GET
    @Operation(
            operationId = "listDeadLetters",
            summary = "List dead letters",
            description = "Events that a consumer of this service could not handle, oldest first, without their data.")
    public Page<DeadLetter> list(
            @Parameter(description = "Those that a replay resolved, or those still open.", example = "false")
                    @QueryParam("resolved")
                    @DefaultValue("false")
                    boolean resolved,
            @BeanParam Page.Request part) {
        Optional<String> after = cursors.decode(part.cursor(), resolved);
        return Page.of(
                deadLetters.list(resolved, after, part.limit()),
                part.limit(),
                letter -> letter.deadLetterId().toString(),
                cursors,
                resolved);
    }

    /** One dead letter with its data. */
    @GET
    @Path("/{deadLetterId}")
    @Operation(
            operationId = "getDeadLetter",
            summary = "Inspect a dead letter",
            description = "The event with its headers, its data in base64 and the cause of the failure.")
    public DeadLetter get(
            @Parameter(description = "Id of the dead letter.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11")
                    @RestPath
                    UUID deadLetterId) {
        return deadLetters.find(deadLetterId);
    }

    /** Hands a dead letter to its consumer again. */
    @POST
    @Path("/{deadLetterId}/replays")
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Replay a dead letter",
            description = "Hands the event to its consumer again; resolvedAt is set when the consumer takes it.")
    public RestResponse<DeadLetter> replay(
            @Parameter(description = "Id of the dead letter.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11")
                    @RestPath
                    UUID deadLetterId) {
        return RestResponse.ok(deadLetters.replay(deadLetterId));
    }
}
