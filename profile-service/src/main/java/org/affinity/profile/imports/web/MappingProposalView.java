package org.affinity.profile.imports.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.imports.MappingReport;
import org.affinity.profile.imports.domain.ColumnMapping.PlatformOrigin;
import org.affinity.profile.imports.domain.ProposedColumn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A proposed mapping as the API shows it. */
@Schema(name = "CreatorImportMappingProposal", description = "What the columns of a file would be taken for.")
record MappingProposalView(
        @Schema(description = "What the file was found to be.", examples = "CSV, delimiter ';', windows-1252")
        String format,

        @Schema(
                description = "Whether the file can be imported like that; without a column for the handle it cannot.",
                examples = "true")
        boolean complete,

        @Schema(
                description =
                        "How the platform was found out: by a column, by the header, by the file's name, or by default. More"
                                + " values may come.",
                examples = "HEADER")
        PlatformOrigin platformOrigin,

        @Schema(description = "The mapping, as it can be sent with the import.")
        ProposedMappingView mapping,

        @Schema(description = "Each column of the file, in its order.")
        List<ProposedColumnView> columns) {

    static MappingProposalView of(MappingReport report) {
        return new MappingProposalView(
                report.format(),
                report.isComplete(),
                report.platformOrigin(),
                ProposedMappingView.of(report),
                report.columns().stream().map(ProposedColumnView::of).toList());
    }

    /** The mapping of a proposal. */
    @Schema(name = "CreatorImportProposedMapping", description = "A mapping as it can be sent with an import.")
    record ProposedMappingView(
            @Schema(description = "Platform of all accounts, unless a column says it.", examples = "INSTAGRAM")
            Platform platform,

            @Schema(
                    description = "Columns by field.",
                    examples = "{\"handle\":[\"Username\"],\"followers\":[\"Followers\"]}")
            Map<String, List<String>> columns) {

        static ProposedMappingView of(MappingReport report) {
            var columns = new LinkedHashMap<String, List<String>>();
            for (ProposedColumn column : report.columns()) {
                if (column.field() != null) {
                    columns.merge(
                            column.field().key(),
                            List.of(column.column()),
                            (one, other) -> java.util.stream.Stream.concat(one.stream(), other.stream())
                                    .toList());
                }
            }
            return new ProposedMappingView(report.platform(), columns);
        }
    }

    /** A column of a proposal. */
    @Schema(name = "CreatorImportProposedColumn", description = "What one column would be taken for.")
    record ProposedColumnView(
            @Schema(description = "Name of the column.", examples = "Abonnés")
            String column,

            @Schema(
                    description = "The field it seems to hold; null when it would be left aside.",
                    nullable = true,
                    examples = "followers")
            String field,

            @Schema(
                    description =
                            "Why: FIELD_NAME and COLUMN_NAME, it is called like that; VALUES, its cells can be nothing else;"
                                    + " NOT_RECOGNISED; NOT_ABOUT_CREATORS, it only numbers the records or says why they were rejected."
                                    + " More values may come.",
                    examples = "COLUMN_NAME")
            ProposedColumn.Reason reason,

            @Schema(
                    description =
                            "Share of the filled cells looked at that the field can hold, in [0,1]; null when none was filled.",
                    nullable = true,
                    examples = "0.98")
            Double suitable,

            @Schema(description = "Some of its cells, each cut to 200 characters.", examples = "[\"12,3k\",\"4 500\"]")
            List<String> samples) {

        static ProposedColumnView of(ProposedColumn column) {
            return new ProposedColumnView(
                    column.column(),
                    column.field() == null ? null : column.field().key(),
                    column.reason(),
                    column.suitable(),
                    column.samples());
        }
    }
}
