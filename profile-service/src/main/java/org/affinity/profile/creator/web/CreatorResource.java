package org.affinity.profile.creator.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.http.Precondition;
import org.affinity.kit.security.Caller;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.profile.creator.CreatorService;
import org.affinity.profile.creator.CreatorState;
import org.affinity.profile.creator.domain.CreatorFilter;
import org.affinity.profile.creator.domain.CreatorProfile;
import org.affinity.profile.creator.domain.Handle;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.domain.Tier;
import org.affinity.profile.creator.domain.Topics;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
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
    private final Cursors cursors;
    private final Clock clock;

    CreatorResource(
            CreatorService creators,
            CurrentCaller currentCaller,
            Precondition precondition,
            Cursors cursors,
            Clock clock) {
        this.creators = creators;
        this.currentCaller = currentCaller;
        this.precondition = precondition;
        this.cursors = cursors;
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
                .entity(view(creator))
                .build();
    }

    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.OPERATOR})
    @Operation(
            operationId = "listCreators",
            summary = "List creators",
            description =
                    "Creators in the order in which they were added. Platform, tier and handle must hold for one and"
                            + " the same account. Years of birth are shown to operators only.")
    @APIResponse(responseCode = "200", description = "A page of creators.")
    public Page<CreatorView> list(
            @Parameter(description = "Has an account on this platform.") @QueryParam("platform") Platform platform,
            @Parameter(description = "Has an account of this audience size.") @QueryParam("tier") Tier tier,
            @Parameter(description = "Lives in this country, ISO 3166 alpha-2.", example = "FR")
                    @QueryParam("country")
                    @Pattern(regexp = "[A-Z]{2}")
                    String country,
            @Parameter(description = "Publishes about this topic, whatever the case.", example = "food")
                    @QueryParam("topic")
                    @Size(min = 1, max = Topics.MAX_LENGTH)
                    String topic,
            @Parameter(description = "Has an account of this handle, whatever the case.", example = "lea.cuisine")
                    @QueryParam("handle")
                    @Pattern(regexp = Handle.ANY_PATTERN)
                    String handle,
            @Parameter(description = "Most items to return.") @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200)
                    int limit,
            @Parameter(description = "The nextCursor of the page before.", example = "AZd7fjxSe9GaUwwNH2orEQ")
                    @QueryParam("cursor")
                    String cursor) {
        var filter = new CreatorFilter(
                platform,
                tier,
                country,
                topic == null
                        ? null
                        : Topics.canonical(List.of(topic)).stream().findFirst().orElse(""),
                handle == null ? null : new Handle(handle).key());
        Optional<UUID> after = cursors.decode(cursor, filter).map(UUID::fromString);
        return Page.of(
                        creators.list(filter, after, limit + 1),
                        limit,
                        creator -> creator.creatorId().toString(),
                        cursors,
                        filter)
                .map(this::view);
    }

    @GET
    @Path("/{creatorId}")
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getCreator",
            summary = "Read a creator",
            description = "A creator reads their own profile only. The year of birth is shown to the creator and to"
                    + " operators, and is null for everybody else.")
    @APIResponse(responseCode = "200", description = "The creator; ETag is set.")
    public CreatorView get(
            @Parameter(description = "Id of the creator.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01") @RestPath
                    UUID creatorId) {
        return view(creators.find(creatorId));
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
    public RestResponse<CreatorView> replace(
            @Parameter(description = "Id of the creator.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01") @RestPath
                    UUID creatorId,
            @NotNull @Valid CreatorRequest request) {
        CreatorState creator = creators.replace(creatorId, profile(request), precondition::requireVersion);
        return RestResponse.ok(view(creator));
    }

    private CreatorProfile profile(CreatorRequest request) {
        return new ProfileCheck(LocalDate.now(clock).getYear()).profileOf(request);
    }

    /** What the caller may see: the year of birth is between the creator and the platform. */
    private CreatorView view(CreatorState creator) {
        Caller caller = currentCaller.caller();
        boolean seesBirthYear = caller.is(Roles.OPERATOR) || creator.creatorId().equals(caller.creatorId());
        return CreatorView.of(creator, seesBirthYear);
    }
}
