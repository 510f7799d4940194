package org.affinity.profile.privacy.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.profile.privacy.DataExports;
import org.affinity.profile.privacy.store.DataExportEntity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The rights of access and portability (GDPR, articles 15 and 20). */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/data-exports")
@RunOnVirtualThread
@Tag(name = "Privacy", description = "What creators and auditors ask about personal data.")
class DataExportResource {

    private static final String ZIP = "application/zip";

    private final DataExports exports;
    private final CurrentCaller currentCaller;
    private final Cursors cursors;

    DataExportResource(DataExports exports, CurrentCaller currentCaller, Cursors cursors) {
        this.exports = exports;
        this.currentCaller = currentCaller;
        this.cursors = cursors;
    }

    @POST
    @RolesAllowed(Roles.CREATOR)
    @Operation(
            operationId = "requestDataExport",
            summary = "Ask for one's data",
            description = "Gathers all that every service holds about the calling creator into one archive; read the"
                    + " export until its state is READY. One export is made at a time.")
    @APIResponseSchema(
            value = DataExportView.class,
            responseCode = "202",
            responseDescription = "The export as accepted; Location and ETag are set.")
    public RestResponse<DataExportView> request() {
        DataExportEntity export = exports.request(currentCaller.caller().creatorId());
        return RestResponse.ResponseBuilder.<DataExportView>create(RestResponse.Status.ACCEPTED)
                .location(URI.create("/v1/data-exports/" + export.id))
                .entity(view(export))
                .build();
    }

    @GET
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "listDataExports",
            summary = "List exports",
            description = "Exports, the newest first; a creator sees their own, operators see that there are some.")
    @APIResponse(responseCode = "200", description = "A page of exports.")
    public Page<DataExportView> list(@BeanParam Page.Request part) {
        Optional<UUID> before = cursors.decode(part.cursor()).map(UUID::fromString);
        return Page.of(exports.list(before, part.limit() + 1), part.limit(), export -> export.id.toString(), cursors)
                .map(this::view);
    }

    @GET
    @Path("/{exportId}")
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getDataExport",
            summary = "Read an export",
            description = "Whether the archive is there, and how long it can be fetched.")
    @APIResponse(responseCode = "200", description = "The export; ETag is set.")
    public DataExportView get(
            @Parameter(description = "Id of the export.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b41") @RestPath
                    UUID exportId) {
        return view(exports.find(exportId));
    }

    @GET
    @Path("/{exportId}/archive")
    @Produces(ZIP)
    @RolesAllowed(Roles.CREATOR)
    @Operation(
            operationId = "getDataExportArchive",
            summary = "Fetch the archive of an export",
            description = "A ZIP of JSON files by service with a manifest and a README, for the creator alone and for"
                    + " seven days: 409 before it is ready, 410 after it expired.")
    @APIResponse(
            responseCode = "200",
            description = "The archive.",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "409",
            description = "The archive is not ready yet.",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    @APIResponse(
            responseCode = "410",
            description = "The archive has expired.",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    public RestResponse<byte[]> archive(
            @Parameter(description = "Id of the export.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b41") @RestPath
                    UUID exportId) {
        return RestResponse.ResponseBuilder.ok(exports.archive(exportId))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"affinity-" + exportId + ".zip\"")
                .build();
    }

    private DataExportView view(DataExportEntity export) {
        return DataExportView.of(export, exports.state(export));
    }
}
