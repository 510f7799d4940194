package org.affinity.profile.platform.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.http.Precondition;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.security.Roles;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.platform.PlatformService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The platforms on which creators have accounts. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/platforms")
@RunOnVirtualThread
@Tag(name = "Platforms", description = "On which platforms creators have accounts, and what those look like.")
class PlatformResource {

    private final PlatformService platforms;
    private final Precondition precondition;
    private final Cursors cursors;

    PlatformResource(PlatformService platforms, Precondition precondition, Cursors cursors) {
        this.platforms = platforms;
        this.precondition = precondition;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "listPlatforms",
            summary = "List platforms",
            description = "The platforms that ship with the service, then those that operators added, oldest first.")
    @APIResponse(responseCode = "200", description = "A page of platforms.")
    public Page<PlatformView> list(@BeanParam Page.Request part) {
        Optional<String> after = cursors.decode(part.cursor());
        List<PlatformView> rest = platforms.all().stream().map(PlatformView::of).toList();
        if (after.isPresent()) {
            List<String> names =
                    rest.stream().map(platform -> platform.platform().name()).toList();
            rest = rest.subList(names.indexOf(after.get()) + 1, rest.size());
        }
        return Page.of(rest, part.limit(), platform -> platform.platform().name(), cursors);
    }

    @GET
    @Path("/{platform}")
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getPlatform",
            summary = "Read a platform",
            description = "What the accounts of a platform look like.")
    @APIResponse(responseCode = "200", description = "The platform; ETag is set.")
    public PlatformView get(
            @Parameter(description = "Name of the platform.", example = "INSTAGRAM") @RestPath String platform) {
        return PlatformView.of(platforms.find(named(platform)));
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "addPlatform",
            summary = "Add a platform",
            description = "From then on creators have accounts on it, lists and partners bring them, and briefs can ask"
                    + " for them. It cannot be removed again. Published benchmarks know nothing of it; our own come when"
                    + " there are 30 accounts of a tier.")
    @APIResponseSchema(
            value = PlatformView.class,
            responseCode = "201",
            responseDescription = "The platform as stored; Location and ETag are set.")
    public RestResponse<PlatformView> add(@NotNull @Valid PlatformRequest.New body) {
        PlatformView added = PlatformView.of(platforms.add(body.description().description(body.platform())));
        return RestResponse.ResponseBuilder.<PlatformView>created(
                        URI.create("/v1/platforms/" + added.platform().name()))
                .entity(added)
                .build();
    }

    @PUT
    @Path("/{platform}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "replacePlatform",
            summary = "Change a platform",
            description = "Puts a description in place of the present one. Accounts that are there stay as they are.")
    @APIResponse(responseCode = "200", description = "The platform as stored; ETag is set.")
    public RestResponse<PlatformView> replace(
            @Parameter(description = "Name of the platform.", example = "INSTAGRAM") @RestPath String platform,
            @NotNull @Valid PlatformRequest body) {
        return RestResponse.ok(
                PlatformView.of(platforms.replace(body.description(named(platform)), precondition::requireVersion)));
    }

    private static Platform named(String name) {
        try {
            return new Platform(name);
        } catch (IllegalArgumentException noPlatformIsCalledThat) {
            throw DomainException.notFound();
        }
    }
}
