package org.affinity.profile.imports.web;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The parts of an upload, for the API description. */
@Schema(name = "CreatorImportUpload", description = "The parts of an upload.", requiredProperties = "file")
record ImportUploadForm(
        @Schema(
                description = "The list: CSV, NDJSON or .xlsx, also compressed with gzip.",
                type = SchemaType.STRING,
                format = "binary")
        String file,

        @Schema(
                description =
                        "How to read the columns, as JSON text: platform, source (NETWORK, DECLARED or ESTIMATED) and"
                                + " columns, the column's name for each of handle, displayName, followers, engagementRate, averageViews,"
                                + " country, birthYear, platform, fee, currency, bio, and a list of names for topics, languages and interactions;"
                                + " answers.<questionId> for an answer to a question of /v1/questionnaires.",
                examples =
                        "{\"platform\":\"INSTAGRAM\",\"columns\":{\"handle\":\"Username\",\"topics\":[\"Category\"]}}")
        String mapping,

        @Schema(description = "Sheet of a workbook; the first one when missing.", examples = "Creators")
        String sheet,

        @Schema(description = "true: report on each record, and change nothing.", examples = "false")
        Boolean dryRun,

        @Schema(
                description =
                        "When the figures of the list were read off, a date or a time; that of the import when missing.",
                examples = "2026-01-15")
        String observedAt,

        @Schema(
                description =
                        "Basis on which the people in the list are kept: CONSENT, CONTRACT or LEGITIMATE_INTERESTS, which"
                                + " is taken when it is left out.",
                examples = "LEGITIMATE_INTERESTS")
        String lawfulBasis,

        @Schema(
                description = "Name of the list, which its people are told; the name of the file when left out.",
                examples = "Trade fair 2026")
        String sourceName) {}
