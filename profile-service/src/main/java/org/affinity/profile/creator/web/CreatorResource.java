package org.affinity.profile.creator.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Precondition;
import org.affinity.kit.security.Caller;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.profile.creator.CreatorService;
import org.affinity.profile.creator.CreatorState;
import org.affinity.profile.creator.PlatformCatalogue;
import org.affinity.profile.creator.domain.CreatorProfile;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Creators and their accounts. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators")
@RunOnVirtualThread
@Tag(name = "Creators", description = "Who the creators are, on which platforms, and what they accept.")
class CreatorResource {

    private final CreatorService creators;
    private final CurrentCaller currentCaller;
    private final Precondition precondition;
    private final CreatorViews views;
    private final PlatformCatalogue platforms;
    private final Clock clock;

    CreatorResource(
            CreatorService creators,
            CurrentCaller currentCaller,
            Precondition precondition,
            CreatorViews views,
            PlatformCatalogue platforms,
            Clock clock) {
        this.creators = creators;
        this.currentCaller = currentCaller;
        this.precondition = precondition;
        this.views = views;
        this.platforms = platforms;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "createCreator",
            summary = "Sign a creator up",
            description =
                    "A creator signs up under the id of their own token, once. An operator adds a creator under a new"
                            + " id. No two creators can hold the same account: platform and handle, whatever the case.")
    @APIResponseSchema(
            value = CreatorView.class,
            responseCode = "201",
            responseDescription = "The creator as stored; Location and ETag are set.")
    public RestResponse<CreatorView> create(@NotNull @Valid CreatorRequest request) {
        Caller caller = currentCaller.caller();
        CreatorState creator = creators.signUp(caller.is(Roles.OPERATOR) ? null : caller.creatorId(), profile(request));
        return RestResponse.ResponseBuilder.<CreatorView>created(URI.create("/v1/creators/" + creator.creatorId()))
                .entity(views.of(creator))
                .build();
    }

    @PUT
    @Path("/{creatorId}")
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "replaceCreator",
            summary = "Replace a creator's profile",
            description = "Puts a whole profile in place of the present one. Accounts that stay keep their id and their"
                    + " history; figures that differ from the present ones count as declared by the creator.")
    @APIResponse(responseCode = "200", description = "The creator as stored; ETag is set.")
    public RestResponse<CreatorView> replace(@BeanParam CreatorPath path, @NotNull @Valid CreatorRequest request) {
        CreatorState creator = creators.replace(path.creatorId(), profile(request), precondition::requireVersion);
        return RestResponse.ok(views.of(creator));
    }

    private CreatorProfile profile(CreatorRequest request) {
        return new ProfileCheck(LocalDate.now(clock).getYear(), platforms.known()).profileOf(request);
    }
}
