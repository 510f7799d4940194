package org.affinity.profile.imports.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.json.StrictJson;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.profile.creator.domain.ListOrigin;
import org.affinity.profile.imports.ImportReport;
import org.affinity.profile.imports.ImportService;
import org.affinity.profile.imports.MappingRequest;
import org.affinity.profile.imports.domain.RowOutcome;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Imports of creator lists. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creator-imports")
@RunOnVirtualThread
@Tag(name = "Creator imports", description = "Lists of creators taken over from files, with a report on each record.")
class CreatorImportResource {

    private static final int LONGEST_FILE_NAME = 255;

    private final ImportService imports;
    private final CurrentCaller currentCaller;
    private final Cursors cursors;
    private final ObjectMapper json;

    CreatorImportResource(ImportService imports, CurrentCaller currentCaller, Cursors cursors, ObjectMapper json) {
        this.imports = imports;
        this.currentCaller = currentCaller;
        this.cursors = cursors;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
    @Operation(
            operationId = "createCreatorImport",
            summary = "Import a creator list",
            description =
                    "Takes a CSV file (delimiter , ; tab or |; UTF-8 or Windows-1252) or NDJSON, up to 32 MiB. Without a"
                            + " mapping the columns are recognised by their names; the mapping that was used is in the answer. The"
                            + " work goes on after the answer: read the import until its state is SUCCEEDED or FAILED.")
    @RequestBody(
            description = "The file and, if need be, how to read it.",
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = ImportUploadForm.class)))
    @APIResponseSchema(
            value = ImportView.class,
            responseCode = "202",
            responseDescription = "The import as accepted; Location is set.")
    public RestResponse<ImportView> create(
            @RestForm("file") FileUpload file,
            @RestForm("mapping") String mapping,
            @RestForm("lawfulBasis") String lawfulBasis,
            @RestForm("sourceName") String sourceName) {
        if (file == null || file.fileName() == null || file.fileName().isBlank()) {
            throw DomainException.invalid("/file", "notNull", "must be a file part with a file name");
        }
        ListOrigin origin = ImportOriginForm.origin(
                sourceName, lawfulBasis, fileName(file), currentCaller.caller().organisationId());
        ImportReport report = imports.upload(content(file), fileName(file), mapping(mapping), origin);
        URI location = URI.create("/v1/creator-imports/" + report.importId());
        return RestResponse.ResponseBuilder.<ImportView>create(RestResponse.Status.ACCEPTED)
                .location(location)
                .entity(ImportView.of(report))
                .build();
    }

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
    @Operation(
            operationId = "listCreatorImports",
            summary = "List imports",
            description = "Imports, the newest first; a partner sees those of its organisation.")
    @APIResponse(responseCode = "200", description = "A page of imports.")
    public Page<ImportView> list(
            @Parameter(description = "Most items to return.") @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200)
                    int limit,
            @Parameter(description = "The nextCursor of the page before.", example = "AZd7fjxSe9GaUwwNH2orEQ")
                    @QueryParam("cursor")
                    String cursor) {
        Optional<UUID> before = cursors.decode(cursor).map(UUID::fromString);
        return Page.of(
                        imports.list(before, limit + 1),
                        limit,
                        report -> report.importId().toString(),
                        cursors)
                .map(ImportView::of);
    }

    @GET
    @Path("/{importId}")
    @RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
    @Operation(
            operationId = "getCreatorImport",
            summary = "Read an import",
            description = "How far the import is, how it read the file, and how many records had which outcome.")
    @APIResponse(responseCode = "200", description = "The import; ETag is set.")
    public ImportView get(
            @Parameter(description = "Id of the import.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b21") @RestPath
                    UUID importId) {
        return ImportView.of(imports.find(importId));
    }

    @GET
    @Path("/{importId}/rows")
    @RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
    @Operation(
            operationId = "listCreatorImportRows",
            summary = "List the records of an import",
            description =
                    "What became of each record that was worked off so far, in the order of the file: the reason, the"
                            + " column and the cell of a rejection, the differing values of a conflicting duplicate.")
    @APIResponse(responseCode = "200", description = "A page of records.")
    public Page<ImportRowView> rows(
            @Parameter(description = "Id of the import.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b21") @RestPath
                    UUID importId,
            @Parameter(description = "Only records with this outcome.") @QueryParam("outcome") RowOutcome outcome,
            @Parameter(description = "Most items to return.") @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200)
                    int limit,
            @Parameter(description = "The nextCursor of the page before.", example = "AZd7fjxSe9GaUwwNH2orEQ")
                    @QueryParam("cursor")
                    String cursor) {
        long after = cursors.decode(cursor, outcome).map(Long::valueOf).orElse(0L);
        return Page.of(
                        imports.rows(importId, outcome, after, limit + 1),
                        limit,
                        row -> Long.toString(row.row()),
                        cursors,
                        outcome)
                .map(ImportRowView::of);
    }

    private static byte[] content(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fileName(FileUpload file) {
        String name = file.fileName();
        if (name.length() > LONGEST_FILE_NAME || !StrictJson.isStorable(name)) {
            throw DomainException.invalid(
                    "/file", "fileName", "must have a name of at most " + LONGEST_FILE_NAME + " characters");
        }
        return name;
    }

    private MappingRequest mapping(String mapping) {
        if (mapping == null || mapping.isBlank()) {
            return MappingRequest.NONE;
        }
        try {
            MappingForm form = json.readValue(mapping, MappingForm.class);
            if (form == null) {
                throw DomainException.invalid("/mapping", "object", "must be a JSON object");
            }
            return form.request();
        } catch (JsonProcessingException malformed) {
            throw DomainException.invalid(
                    "/mapping",
                    "mapping",
                    "must be a JSON object with platform, source and columns, such as"
                            + " {\"platform\":\"INSTAGRAM\",\"columns\":{\"handle\":\"Username\"}}");
        }
    }
}
