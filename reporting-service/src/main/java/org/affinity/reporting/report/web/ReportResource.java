package org.affinity.reporting.report.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.security.Roles;
import org.affinity.reporting.report.IssuedShareLink;
import org.affinity.reporting.report.ReportConfiguration;
import org.affinity.reporting.report.Reports;
import org.affinity.reporting.report.ShareLinks;
import org.affinity.reporting.report.domain.Report;
import org.affinity.reporting.report.domain.ShareToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Reports of closed campaigns. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@RunOnVirtualThread
@Path("/v1/reports")
@Tag(name = "Reports", description = "Measurement reports of closed campaigns, and links that share them.")
public class ReportResource {

    private final Reports reports;
    private final ShareLinks shareLinks;
    private final ReportConfiguration configuration;
    private final Cursors cursors;
    private final UriInfo uri;

    ReportResource(
            Reports reports, ShareLinks shareLinks, ReportConfiguration configuration, Cursors cursors, UriInfo uri) {
        this.reports = reports;
        this.shareLinks = shareLinks;
        this.configuration = configuration;
        this.cursors = cursors;
        this.uri = uri;
    }

    /** Lists reports. */
    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.OPERATOR})
    @Operation(
            operationId = "listReports",
            summary = "List reports",
            description = "Reports of the caller's campaigns, oldest first. There is one for each closed campaign.")
    public Page<ReportView> list(
            @Parameter(
                            description = "Only the report of this campaign.",
                            example = "01994f5e-3333-7c3d-9c55-0d5f3a1b2c3d")
                    @QueryParam("campaignId")
                    UUID campaignId,
            @BeanParam Page.Request part) {
        var after = cursors.decode(part.cursor(), campaignId).map(UUID::fromString);
        var rows = reports.page(campaignId, after, part.limit() + 1);
        Page<Report> page =
                Page.of(rows, part.limit(), report -> report.reportId().toString(), cursors, campaignId);
        return page.map(ReportView::of);
    }

    /** Shows a report. */
    @GET
    @Path("/{reportId}")
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.OPERATOR})
    @Operation(
            operationId = "getReport",
            summary = "Show a report",
            description = "The verdict on each objective with its reason, and every indicator with its provenance.")
    public ReportView get(
            @Parameter(description = "Id of the report.", example = "01994f70-5555-7c3d-9c55-0d5f3a1b2c3d") @RestPath
                    UUID reportId) {
        return ReportView.of(reports.report(reportId));
    }

    /** Makes a share link. */
    @POST
    @Path("/{reportId}/share-links")
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.OPERATOR})
    @Operation(
            operationId = "shareReport",
            summary = "Share a report",
            description = "Makes a link that shows the report as a page to anybody who has it, until it ends.")
    @APIResponseSchema(value = ShareLinkView.class, responseCode = "201", responseDescription = "The new link.")
    public RestResponse<ShareLinkView> share(
            @Parameter(description = "Id of the report.", example = "01994f70-5555-7c3d-9c55-0d5f3a1b2c3d") @RestPath
                    UUID reportId,
            @Valid @NotNull ShareLinkRequest body) {
        IssuedShareLink issued = shareLinks.share(reportId, body.expiresAt());
        URI url = address(configuration.publicUrl().orElseGet(uri::getBaseUri), issued.token());
        var link = issued.link();
        var view = new ShareLinkView(
                link.shareLinkId(), link.reportId(), url.toString(), link.createdAt(), link.expiresAt());
        // No Location: replies to requests with a key are kept sealed, their headers are not.
        return RestResponse.status(RestResponse.Status.CREATED, view);
    }

    /** Where a shared report is: below the public address, which may have a path of its own. */
    static URI address(URI publicUrl, ShareToken token) {
        return URI.create(publicUrl.toString().replaceFirst("/+$", "") + "/v1/shared-reports/" + token.value());
    }
}
