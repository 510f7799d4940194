package org.affinity.profile.privacy.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.security.Caller;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.profile.privacy.ErasureRequests;
import org.affinity.profile.privacy.ErasureRequests.Erasure;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The right to erasure (GDPR, article 17). */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/erasure-requests")
@RunOnVirtualThread
@RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
@Tag(name = "Privacy", description = "What creators and auditors ask about personal data.")
class ErasureRequestResource {

    private final ErasureRequests erasures;
    private final CurrentCaller currentCaller;
    private final Cursors cursors;

    ErasureRequestResource(ErasureRequests erasures, CurrentCaller currentCaller, Cursors cursors) {
        this.erasures = erasures;
        this.currentCaller = currentCaller;
        this.cursors = cursors;
    }

    @POST
    @Operation(
            operationId = "requestErasure",
            summary = "Ask for erasure",
            description = "Every service deletes or irreversibly anonymises what it holds about the creator and gives a"
                    + " signed receipt; read the request until its state is COMPLETED. The accounts are not taken in"
                    + " again, by sign-up or by import. This cannot be undone.")
    @APIResponseSchema(
            value = ErasureView.class,
            responseCode = "202",
            responseDescription = "The request as accepted; Location and ETag are set.")
    public RestResponse<ErasureView> request(@NotNull @Valid ErasureRequestBody body) {
        Caller caller = currentCaller.caller();
        boolean isOperator = caller.is(Roles.OPERATOR);
        UUID creatorId = body.creatorId() == null && !isOperator ? caller.creatorId() : body.creatorId();
        if (creatorId == null) {
            throw DomainException.invalid("/creatorId", "notNull", "must name the creator");
        }
        Erasure erasure = erasures.request(creatorId, isOperator ? "OPERATOR" : "CREATOR");
        return RestResponse.ResponseBuilder.<ErasureView>create(RestResponse.Status.ACCEPTED)
                .location(URI.create("/v1/erasure-requests/" + erasure.request().id))
                .entity(view(erasure))
                .build();
    }

    @GET
    @Operation(
            operationId = "listErasureRequests",
            summary = "List requests for erasure",
            description = "Requests, the newest first; a creator sees their own, which works after the erasure too.")
    @APIResponse(responseCode = "200", description = "A page of requests.")
    public Page<ErasureView> list(
            @Parameter(description = "Only requests in this state.", example = "IN_PROGRESS")
                    @QueryParam("state")
                    @Pattern(regexp = "REQUESTED|IN_PROGRESS|COMPLETED")
                    String state,
            @Parameter(description = "Only those that should have been completed by now.", example = "false")
                    @QueryParam("overdue")
                    @DefaultValue("false")
                    boolean overdue,
            @BeanParam Page.Request part) {
        Optional<UUID> before = cursors.decode(part.cursor(), state, overdue).map(UUID::fromString);
        return Page.of(
                        erasures.list(state, overdue, before, part.limit() + 1),
                        part.limit(),
                        erasure -> erasure.request().id.toString(),
                        cursors,
                        state,
                        overdue)
                .map(this::view);
    }

    @GET
    @Path("/{erasureId}")
    @Operation(
            operationId = "getErasureRequest",
            summary = "Read a request for erasure",
            description = "How far the erasure is, the receipts, and whether it is overdue.")
    @APIResponse(responseCode = "200", description = "The request; ETag is set.")
    public ErasureView get(
            @Parameter(description = "Id of the erasure.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b31") @RestPath
                    UUID erasureId) {
        return view(erasures.find(erasureId));
    }

    private ErasureView view(Erasure erasure) {
        return ErasureView.of(erasure, erasures.isOverdue(erasure.request()));
    }
}
