package org.affinity.profile.expansion.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.profile.creator.CreatorService;
import org.affinity.profile.creator.web.CreatorPath;
import org.affinity.profile.creator.web.CreatorView;
import org.affinity.profile.creator.web.CreatorViews;
import org.affinity.profile.tier.domain.TierSchemes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads one creator, with parts that have an address of their own when asked. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators")
@RunOnVirtualThread
@Tag(name = "Creators", description = "Who the creators are, on which platforms, and what they accept.")
class CreatorReadingResource {

    private static final int MAX_SNAPSHOTS = 200;

    private final CreatorService creators;
    private final CreatorViews views;
    private final Expansions expansions;
    private final CurrentCaller currentCaller;

    CreatorReadingResource(
            CreatorService creators, CreatorViews views, Expansions expansions, CurrentCaller currentCaller) {
        this.creators = creators;
        this.views = views;
        this.expansions = expansions;
        this.currentCaller = currentCaller;
    }

    @GET
    @Path("/{creatorId}")
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getCreator",
            summary = "Read a creator",
            description = "A creator reads their own profile only. The year of birth is shown to the creator and to"
                    + " operators, and is null for everybody else. Parts that expand asks for are shown to whom their own"
                    + " address shows them: consents to the creator and to operators.")
    @APIResponse(responseCode = "200", description = "The creator; ETag is set.")
    public ExpandedCreatorView get(
            @BeanParam CreatorPath path,
            @Parameter(
                            description =
                                    "What to show besides, once for each: snapshots, audience, trackRecord, consents.",
                            example = "audience")
                    @QueryParam("expand")
                    List<String> expand,
            @Parameter(description = "Tier scheme of the tiers; see /v1/tier-schemes.", example = "hypeauditor")
                    @QueryParam("tierScheme")
                    @DefaultValue(TierSchemes.DEFAULT)
                    @Pattern(regexp = TierSchemes.ID_PATTERN)
                    String tierScheme) {
        Set<Expansion> asked = Expansion.asked(expand, Expansion.OF_ONE, currentCaller.caller());
        CreatorView creator = views.of(creators.find(path.creatorId()), TierSchemes.named(tierScheme));
        CreatorView shown = asked.contains(Expansion.SNAPSHOTS)
                ? creator.with(creators.snapshots(path.creatorId(), MAX_SNAPSHOTS))
                : creator;
        return expansions.of(List.of(shown), asked).getFirst();
    }
}
