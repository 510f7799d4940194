package org.affinity.profile.imports.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.imports.ImportReport;
import org.affinity.profile.imports.domain.ColumnMapping;
import org.affinity.profile.imports.domain.ColumnMapping.PlatformOrigin;
import org.affinity.profile.imports.domain.ImportProgress;
import org.affinity.profile.imports.domain.ImportStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An import as the API shows it. */
@Schema(name = "CreatorImport", description = "How far an import is and what came of it.")
record ImportView(
        @Schema(description = "Id of the import.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b21")
        UUID importId,

        @Schema(description = "Rises with each change; the ETag.", examples = "4")
        long version,

        @Schema(description = "How far the import is. More values may come.", examples = "SUCCEEDED")
        ImportStatus state,

        @Schema(description = "Name of the uploaded file.", examples = "creators.csv")
        String fileName,

        @Schema(description = "What the file was found to be.", examples = "CSV, delimiter ',', UTF-8")
        String format,

        @Schema(description = "How the columns are read.") MappingView mapping,

        @Schema(description = "Whether it only reports and changes nothing.", examples = "false")
        boolean dryRun,

        @Schema(
                description = "What the uploader calls the origin of the list.",
                nullable = true,
                examples = "Export of the fan club, January")
        String sourceName,

        @Schema(
                description =
                        "When the figures were read off, as the uploader says; null means at the time of the import.",
                nullable = true,
                examples = "2026-01-15T00:00:00Z")
        Instant observedAt,

        @Schema(description = "Records by outcome, so far.") CountsView counts,

        @Schema(description = "Rejected records by reason, so far.", examples = "{\"INVALID_HANDLE\":12}")
        Map<String, Long> rejections,

        @Schema(
                description = "Notes on records that were taken over, by reason, so far.",
                examples = "{\"UNKNOWN_COUNTRY\":3}")
        Map<String, Long> notes,

        @Schema(description = "How fast it gets on.") ProgressView progress,

        @Schema(description = "Followers of all different accounts in the file, so far.", examples = "1250000")
        long followersSum,

        @Schema(description = "Why the import failed.", nullable = true, examples = "A record is too long.")
        String failure,

        @Schema(description = "When the file was uploaded.", examples = "2026-01-15T08:00:00Z")
        Instant createdAt,

        @Schema(description = "When the import ended.", nullable = true, examples = "2026-01-15T08:00:02Z")
        Instant finishedAt)
        implements Versioned {

    static ImportView of(ImportReport report) {
        return new ImportView(
                report.importId(),
                report.version(),
                report.state(),
                report.fileName(),
                report.format(),
                MappingView.of(report.mapping()),
                report.isDryRun(),
                report.sourceName(),
                report.observedAt(),
                CountsView.of(report.counts()),
                new TreeMap<>(report.rejections()),
                new TreeMap<>(report.notes()),
                ProgressView.of(report.progress()),
                report.followersSum(),
                report.failure(),
                report.createdAt(),
                report.finishedAt());
    }

    /** A mapping as the API shows it. */
    @Schema(name = "CreatorImportMapping", description = "How the columns of a file are read.")
    record MappingView(
            @Schema(description = "Platform of all accounts, unless a column says it.", examples = "INSTAGRAM")
            Platform platform,

            @Schema(
                    description =
                            "How the platform was found out: given, by a column, by the header, by the file's name, or by"
                                    + " default. More values may come.",
                    examples = "HEADER")
            PlatformOrigin platformOrigin,

            @Schema(description = "What the figures count as.", examples = "ESTIMATED")
            MetricSource source,

            @Schema(
                    description = "Columns by field; answers.<questionId> is an answer to a question.",
                    examples = "{\"handle\":[\"Username\"],\"followers\":[\"Followers\"]}")
            Map<String, List<String>> columns) {

        static MappingView of(ColumnMapping mapping) {
            var columns = new LinkedHashMap<String, List<String>>();
            mapping.columns().forEach((field, names) -> columns.put(field.key(), names));
            mapping.answers().forEach((question, names) -> columns.put(ColumnMapping.ANSWERS + question, names));
            return new MappingView(mapping.platform(), mapping.platformOrigin(), mapping.source(), columns);
        }
    }

    /** Progress as the API shows it. */
    @Schema(name = "CreatorImportProgress", description = "How fast an import gets on.")
    record ProgressView(
            @Schema(
                    description = "Records of the file; null until they have been counted.",
                    nullable = true,
                    examples = "1000000")
            Long recordsTotal,

            @Schema(
                    description = "Share worked off so far, in [0,1]; null until the records have been counted.",
                    nullable = true,
                    examples = "0.42")
            Double share,

            @Schema(
                    description = "Mean speed of the present attempt; null before its first batch.",
                    nullable = true,
                    examples = "5200.5")
            Double recordsPerSecond,

            @Schema(
                    description = "When it ends at that speed; null when that cannot be said or it has ended.",
                    nullable = true,
                    examples = "2026-01-15T08:03:12Z")
            Instant estimatedEndAt) {

        static ProgressView of(ImportProgress progress) {
            return new ProgressView(
                    progress.recordsTotal(), progress.share(), progress.recordsPerSecond(), progress.estimatedEndAt());
        }
    }

    /** Counts as the API shows them. */
    @Schema(
            name = "CreatorImportCounts",
            description = "Records by outcome: accepted + updated + duplicate + rejected + blank = records, always.")
    record CountsView(
            @Schema(description = "Records read.", examples = "1000")
            long records,

            @Schema(description = "New creators.", examples = "900")
            long accepted,

            @Schema(description = "Accounts that were known.", examples = "50")
            long updated,

            @Schema(description = "Of those, the ones of which the file says nothing new.", examples = "45")
            long unchanged,

            @Schema(description = "Accounts that occurred before in the same file.", examples = "30")
            long duplicate,

            @Schema(description = "Of those, the ones that repeat an earlier record.", examples = "28")
            long duplicateIdentical,

            @Schema(description = "Of those, the ones that say something else.", examples = "2")
            long duplicateConflicting,

            @Schema(description = "Records that cannot be read.", examples = "15")
            long rejected,

            @Schema(description = "Records with nothing in them.", examples = "5")
            long blank) {

        static CountsView of(ImportReport.Counts counts) {
            return new CountsView(
                    counts.records(),
                    counts.accepted(),
                    counts.updated(),
                    counts.unchanged(),
                    counts.duplicateIdentical() + counts.duplicateConflicting(),
                    counts.duplicateIdentical(),
                    counts.duplicateConflicting(),
                    counts.rejected(),
                    counts.blank());
        }
    }
}
