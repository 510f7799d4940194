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
import org.affinity.matching.match.Reviews;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Compare audiences. */
@Path("/v1/audience-overlaps")
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@RunOnVirtualThread
@RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER})
public class AudienceOverlapResource {

    private final ForecastService forecasts;
    private final Reviews reviews;

    AudienceOverlapResource(ForecastService forecasts, Reviews reviews) {
        this.forecasts = forecasts;
        this.reviews = reviews;
    }

    @POST
    @Operation(
            operationId = "createAudienceOverlap",
            summary = "Compare audiences",
            description =
                    "Says how many different people 2 to 50 creators reach together, how many each of them alone, and how many two of them both: as estimates between bounds that hold however the audiences overlap. What each of them reaches is taken as it is expected. Nothing is saved.")
    @APIResponseSchema(value = OverlapView.class, responseCode = "200", responseDescription = "The figures.")
    public RestResponse<OverlapView> create(@NotNull @Valid OverlapRequest body) {
        return RestResponse.ok(OverlapView.of(
                forecasts.overlaps(body.creatorIds(), body.known()),
                reviews.panelModel().version(),
                reviews.now()));
    }
}
