package org.affinity.profile.engagement.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.security.Roles;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.engagement.EngagementService;
import org.affinity.profile.engagement.domain.EngagementDefinitions;
import org.affinity.profile.tier.domain.TierScheme;
import org.affinity.profile.tier.domain.TierSchemes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What engagement is usual, by platform and tier. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/engagement-benchmarks")
@RunOnVirtualThread
@Tag(name = "Engagement", description = "How engagement is defined, and how much of it is usual.")
class EngagementBenchmarkResource {

    private final EngagementService engagement;

    EngagementBenchmarkResource(EngagementService engagement) {
        this.engagement = engagement;
    }

    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "listEngagementBenchmarks",
            summary = "List engagement benchmarks",
            description = "For each tier of the scheme: mean and quartiles of our own accounts when there are 30 or"
                    + " more, else the rate of a published table with its source, else null with the reason.")
    @APIResponse(responseCode = "200", description = "The benchmarks.")
    public BenchmarkList list(
            @Parameter(description = "Only this platform.") @QueryParam("platform") Platform platform,
            @Parameter(description = "Tier scheme; see /v1/tier-schemes.", example = "hypeauditor")
                    @QueryParam("tierScheme")
                    @DefaultValue(TierSchemes.DEFAULT)
                    @Pattern(regexp = TierSchemes.ID_PATTERN)
                    String tierScheme,
            @Parameter(description = "Definition; see /v1/engagement-definitions.", example = "views-pooled")
                    @QueryParam("engagement")
                    @DefaultValue(EngagementDefinitions.DEFAULT)
                    @Pattern(regexp = EngagementDefinitions.ID_PATTERN)
                    String definition) {
        TierScheme scheme = TierSchemes.named(tierScheme);
        var named = EngagementDefinitions.named(definition);
        return new BenchmarkList(
                scheme.id(),
                scheme.version(),
                named.id(),
                engagement.benchmarks(platform, scheme, named).stream()
                        .map(entry -> BenchmarkView.of(entry, named))
                        .toList());
    }

    @POST
    @Path("/refreshes")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "refreshEngagementBenchmarks",
            summary = "Compute the benchmarks anew",
            description = "Computes benchmarks and expected rates from the accounts of active creators as they are now;"
                    + " this also happens by itself from time to time.")
    @APIResponseSchema(value = Refresh.class, responseCode = "200", responseDescription = "How many there are now.")
    public RestResponse<Refresh> refresh() {
        return RestResponse.ok(new Refresh(engagement.refresh()));
    }

    /** How many benchmarks there are. */
    @Schema(name = "EngagementBenchmarkRefresh", description = "What a computation of the benchmarks came to.")
    record Refresh(
            @Schema(description = "Number of benchmarks of our own pool.", examples = "24")
            int benchmarks) {}
}
