package org.affinity.profile.imports.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.profile.creator.domain.ListOrigin;
import org.affinity.profile.imports.ImportReport;
import org.affinity.profile.imports.ImportRequest;
import org.affinity.profile.imports.ImportService;
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

    private static final Set<String> PARTS = partsOf(ImportUploadForm.class);
    private static final Set<String> PROPOSAL_PARTS = partsOf(ProposalUploadForm.class);

    private final ImportService imports;
    private final CurrentCaller currentCaller;
    private final Cursors cursors;
    private final UploadReader uploads;

    CreatorImportResource(ImportService imports, CurrentCaller currentCaller, Cursors cursors, UploadReader uploads) {
        this.imports = imports;
        this.currentCaller = currentCaller;
        this.cursors = cursors;
        this.uploads = uploads;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
    @Operation(
            operationId = "createCreatorImport",
            summary = "Import a creator list",
            description =
                    "Takes CSV (any delimiter; UTF-8, UTF-16 or Windows-1252), NDJSON or an Excel workbook (.xlsx), also"
                            + " compressed with gzip, up to 512 MiB. Without a mapping the columns are recognised by their names and"
                            + " values; the mapping that was used is in the answer. The work goes on after the answer: read the"
                            + " import until its state is SUCCEEDED, FAILED or CANCELLED. With dryRun it reports and changes nothing.")
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
            @RestForm("sheet") String sheet,
            @RestForm("dryRun") String dryRun,
            @RestForm("observedAt") String observedAt,
            @RestForm("lawfulBasis") String lawfulBasis,
            @RestForm("sourceName") String sourceName) {
        uploads.refuseOthers(PARTS);
        String fileName = uploads.fileName(file);
        ImportRequest request = uploads.request(mapping, sheet, dryRun, observedAt);
        ListOrigin origin = ImportOriginForm.origin(
                sourceName, lawfulBasis, fileName, currentCaller.caller().organisationId());
        ImportReport report = imports.upload(file.uploadedFile(), fileName, request, origin);
        URI location = URI.create("/v1/creator-imports/" + report.importId());
        return RestResponse.ResponseBuilder.<ImportView>create(RestResponse.Status.ACCEPTED)
                .location(location)
                .entity(ImportView.of(report))
                .build();
    }

    @POST
    @Path("/mapping-proposals")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
    @Operation(
            operationId = "proposeCreatorImportMapping",
            summary = "Propose a mapping for a creator list",
            description =
                    "Says what each column of a file would be taken for, why, and shows some of its cells. Nothing is kept;"
                            + " the mapping in the answer can be changed and sent with the import.")
    @RequestBody(
            description = "The file, or its beginning: some hundred records are enough.",
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = ProposalUploadForm.class)))
    @APIResponseSchema(
            value = MappingProposalView.class,
            responseCode = "200",
            responseDescription = "What the columns would be taken for.")
    public RestResponse<MappingProposalView> propose(
            @RestForm("file") FileUpload file, @RestForm("sheet") String sheet) {
        uploads.refuseOthers(PROPOSAL_PARTS);
        String fileName = uploads.fileName(file);
        return RestResponse.ok(
                MappingProposalView.of(imports.propose(file.uploadedFile(), fileName, uploads.sheet(sheet))));
    }

    @POST
    @Path("/{importId}/cancellation")
    @RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
    @Operation(
            operationId = "cancelCreatorImport",
            summary = "Cancel an import",
            description =
                    "Ends an import before its end, after the batch that is being worked off. What was taken over stays, and"
                            + " the outcome of each record so far can be read. Cancelling twice changes nothing more.")
    @APIResponseSchema(value = ImportView.class, responseCode = "200", responseDescription = "The import, cancelled.")
    @APIResponse(responseCode = "409", description = "It has ended otherwise: type import-ended.")
    public RestResponse<ImportView> cancel(
            @Parameter(description = "Id of the import.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b21") @RestPath
                    UUID importId) {
        return RestResponse.ok(ImportView.of(imports.cancel(importId)));
    }

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
    @Operation(
            operationId = "listCreatorImports",
            summary = "List imports",
            description = "Imports, the newest first; a partner sees those of its organisation.")
    @APIResponse(responseCode = "200", description = "A page of imports.")
    public Page<ImportView> list(@BeanParam Page.Request part) {
        Optional<UUID> before = cursors.decode(part.cursor()).map(UUID::fromString);
        return Page.of(
                        imports.list(before, part.limit() + 1),
                        part.limit(),
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
            @BeanParam Page.Request part) {
        long after = cursors.decode(part.cursor(), outcome).map(Long::valueOf).orElse(0L);
        return Page.of(
                        imports.rows(importId, outcome, after, part.limit() + 1),
                        part.limit(),
                        row -> Long.toString(row.row()),
                        cursors,
                        outcome)
                .map(ImportRowView::of);
    }

    private static Set<String> partsOf(Class<? extends Record> form) {
        return Arrays.stream(form.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
