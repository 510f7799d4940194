package org.affinity.profile.imports.web;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The parts of an upload that asks for a mapping, for the API description. */
@Schema(
        name = "CreatorImportProposalUpload",
        description = "The parts of an upload that asks for a mapping.",
        requiredProperties = "file")
record ProposalUploadForm(
        @Schema(
                description = "The list: CSV, NDJSON or .xlsx, also compressed with gzip.",
                type = SchemaType.STRING,
                format = "binary")
        String file,

        @Schema(description = "Sheet of a workbook; the first one when missing.", examples = "Creators")
        String sheet) {}
