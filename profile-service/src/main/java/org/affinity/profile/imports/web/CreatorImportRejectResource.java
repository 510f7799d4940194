package org.affinity.profile.imports.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.security.Roles;
import org.affinity.profile.imports.ImportService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The rejected records of an import as a file. */
@Produces(CreatorImportRejectResource.CSV)
@ApiResource
@Path("/v1/creator-imports/{importId}/rejects")
@RunOnVirtualThread
@Tag(name = "Creator imports", description = "Lists of creators taken over from files, with a report on each record.")
class CreatorImportRejectResource {

    static final String CSV = "text/csv";

    private final ImportService imports;

    CreatorImportRejectResource(ImportService imports) {
        this.imports = imports;
    }

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
    @Operation(
            operationId = "getCreatorImportRejects",
            summary = "Download the rejected records",
            description =
                    "A CSV file in UTF-8 with the columns of the list and, before them, rejected_row, rejected_reason,"
                            + " rejected_column and rejected_cell. Correct it and import it again: these four columns are passed"
                            + " over then.")
    @APIResponse(
            responseCode = "200",
            description = "The rejected records so far, in the order of the file.",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public Response rejects(
            @Parameter(description = "Id of the import.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b21") @RestPath
                    UUID importId) {
        var file = new RejectFile(imports, importId);
        StreamingOutput content = file::write;
        return Response.ok(content, CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
                .build();
    }
}
