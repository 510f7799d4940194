package org.affinity.matching.forecast.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.security.Roles;
import org.affinity.matching.forecast.ForecastService;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.web.NamedPlatforms;
import org.affinity.matching.platform.PlatformDirectory;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Forecast a panel. */
@Path("/v1/forecasts")
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@RunOnVirtualThread
@RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER})
public class ForecastResource {

    private final ForecastService forecasts;
    private final PlatformDirectory platforms;

    ForecastResource(ForecastService forecasts, PlatformDirectory platforms) {
        this.forecasts = forecasts;
        this.platforms = platforms;
    }

    @POST
    @Operation(
            operationId = "createForecast",
            summary = "Forecast a panel",
            description =
                    "Says what creators should bring for a brief with one post each, or one piece of the format it wants: impressions, engagements and what they cost, per creator and together, with intervals; corrected by measured results where there are enough. Nothing is saved.")
    @APIResponseSchema(value = ForecastView.class, responseCode = "200", responseDescription = "The figures.")
    public RestResponse<ForecastView> create(@NotNull @Valid ForecastRequest body) {
        platforms.requireKnown(new NamedPlatforms().brief(body.brief()).byPointer());
        Brief brief = body.brief().toDomain();
        return RestResponse.ok(ForecastView.of(forecasts.forecast(body.creatorIds(), brief), brief));
    }
}
