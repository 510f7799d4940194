package org.affinity.matching.match.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.security.Roles;
import org.affinity.matching.match.PanelDocument;
import org.affinity.matching.match.PanelService;
import org.affinity.matching.match.PanelSummary;
import org.affinity.matching.match.RequiredCreatorsCheck;
import org.affinity.matching.platform.PlatformDirectory;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What if: other panels from the creators of a match. */
@Path("/v1/matches/{matchId}/panels")
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@RunOnVirtualThread
@RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.OPERATOR})
public class PanelResource {

    private final PanelService panels;
    private final RequiredCreatorsCheck requiredCreators;
    private final PlatformDirectory platforms;
    private final Cursors cursors;

    PanelResource(
            PanelService panels, RequiredCreatorsCheck requiredCreators, PlatformDirectory platforms, Cursors cursors) {
        this.panels = panels;
        this.requiredCreators = requiredCreators;
        this.platforms = platforms;
        this.cursors = cursors;
    }

    @POST
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER})
    @Operation(
            operationId = "createPanel",
            summary = "Ask what if",
            description =
                    "Chooses another panel, under another budget or other constraints, from the creators as the"
                            + " match saw them. What is left out stays as in the match. The match keeps the 1,000 best by"
                            + " score that its budget could pay; for a larger budget those who were too dear for it join"
                            + " them, as they are now, as far as they are among the 1,000 best. For a match without a panel they are the best of the moment of its first panel, and are"
                            + " kept from then on. The answer is saved and can be read again, byte for byte; the match stays as it is.")
    @APIResponseSchema(value = PanelDocument.class, responseCode = "200", responseDescription = "The panel, as saved.")
    public RestResponse<SavedPanel> create(
            @Parameter(description = "Id of the match.", example = "01977b7e-5a00-7d4e-b1c2-3f4e5d6c7b8a") @RestPath
                    UUID matchId,
            @NotNull @Valid WhatIfRequest body) {
        platforms.requireKnown(
                new NamedPlatforms().panel("/panel", body.panel()).byPointer());
        requiredCreators.refuseErased(PanelRequest.required(body.panel(), "/panel"));
        return RestResponse.ok(new SavedPanel(panels.plan(matchId, body.toWhatIf(panels.asked(matchId)))));
    }

    @GET
    @Operation(
            operationId = "listPanels",
            summary = "List what-if panels",
            description = "The panels that were asked for of a match, latest first, without their creators: under which"
                    + " budget, and what each would bring. The match's own panel is not among them.")
    public Page<PanelSummary> list(
            @Parameter(description = "Id of the match.", example = "01977b7e-5a00-7d4e-b1c2-3f4e5d6c7b8a") @RestPath
                    UUID matchId,
            @BeanParam Page.Request part) {
        UUID before =
                cursors.decode(part.cursor(), matchId).map(UUID::fromString).orElse(null);
        List<PanelSummary> rows = panels.list(matchId, before, part.limit() + 1);
        return Page.of(rows, part.limit(), panel -> panel.panelId().toString(), cursors, matchId);
    }

    @GET
    @Path("/{panelId}")
    @Operation(
            operationId = "getPanel",
            summary = "Read a what-if panel",
            description =
                    "Gives a panel again exactly as it was first answered, whatever has changed since, except that it is"
                            + " deleted, and not found any more, when the data of a creator whom it names is erased.")
    @APIResponseSchema(value = PanelDocument.class, responseCode = "200", responseDescription = "The panel, as saved.")
    public SavedPanel get(
            @Parameter(description = "Id of the match.", example = "01977b7e-5a00-7d4e-b1c2-3f4e5d6c7b8a") @RestPath
                    UUID matchId,
            @Parameter(description = "Id of the panel.", example = "01977b7e-5b00-7d4e-b1c2-3f4e5d6c7b8b") @RestPath
                    UUID panelId) {
        return new SavedPanel(panels.find(matchId, panelId));
    }
}
