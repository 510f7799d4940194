package org.affinity.reporting.report.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.security.Tenancy;
import org.affinity.reporting.report.ShareLinks;
import org.affinity.reporting.report.domain.Report;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Reports as pages, for whoever has a share link. */
@ApiResource
@RunOnVirtualThread
@Path("/v1/shared-reports")
@Tag(name = "Reports", description = "Measurement reports of closed campaigns, and links that share them.")
public class SharedReportResource {

    private final ShareLinks shareLinks;
    private final ReportPage page;

    SharedReportResource(ShareLinks shareLinks, ReportPage page) {
        this.shareLinks = shareLinks;
        this.page = page;
    }

    /** Shows a shared report. */
    @GET
    @Path("/{token}")
    @PermitAll
    @SecurityRequirements
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            operationId = "showSharedReport",
            summary = "Show a shared report",
            description = "The report as a page for people without an account; the token in the link is the key. An"
                    + " expired link answers 410.")
    @APIResponse(
            responseCode = "200",
            description = "The report as a page.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_HTML,
                            schema = @Schema(implementation = String.class),
                            example = "<!DOCTYPE html><html lang=\"en\">…</html>"))
    @APIResponse(
            responseCode = "410",
            description = "The link has expired.",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    public RestResponse<String> show(
            @Parameter(
                            description = "Secret part of the share link.",
                            example = "Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE")
                    @RestPath
                    String token)
            throws Exception {
        // The visitor is nobody and sees no row: the token is what lets the service look in its own name.
        Report report = Tenancy.callAsSystem(() -> shareLinks.open(token));
        return RestResponse.ResponseBuilder.ok(page.render(report))
                .header("Content-Security-Policy", page.contentSecurityPolicy())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
