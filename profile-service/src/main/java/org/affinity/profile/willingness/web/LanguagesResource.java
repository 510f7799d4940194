package org.affinity.profile.willingness.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Precondition;
import org.affinity.kit.security.Roles;
import org.affinity.profile.creator.web.CreatorPath;
import org.affinity.profile.willingness.LanguagesPart;
import org.affinity.profile.willingness.WillingnessService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** In which languages a creator makes content. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators/{creatorId}/languages")
@RunOnVirtualThread
@Tag(name = "Willingness", description = "What creators want: terms, prices, brands, niches, causes, contact.")
class LanguagesResource {

    private final WillingnessService willingness;
    private final Precondition precondition;

    LanguagesResource(WillingnessService willingness, Precondition precondition) {
        this.willingness = willingness;
        this.precondition = precondition;
    }

    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getLanguages",
            summary = "Read a creator's languages",
            description = "The languages of the profile, each with its level when that is known.")
    @APIResponse(responseCode = "200", description = "As it is now; ETag is set.")
    public LanguagesPart get(@BeanParam CreatorPath path) {
        return willingness.languages(path.creatorId());
    }

    @PUT
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "replaceLanguages",
            summary = "Replace a creator's languages",
            description = "Puts all languages in place of the present ones, also of those in the profile. A"
                    + " profile that is replaced later keeps the levels of languages that stay.")
    @APIResponse(responseCode = "200", description = "As stored; ETag is set.")
    public RestResponse<LanguagesPart> replace(@BeanParam CreatorPath path, @NotNull @Valid LanguagesBody body) {
        LanguagesBody.Checked checked = body.checked();
        return RestResponse.ok(willingness.replaceLanguages(
                path.creatorId(), checked.languages(), checked.levels(), precondition::requireVersion));
    }
}
