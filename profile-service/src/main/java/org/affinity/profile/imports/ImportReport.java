package org.affinity.profile.imports;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.affinity.profile.imports.domain.ColumnMapping;
import org.affinity.profile.imports.domain.ImportProgress;
import org.affinity.profile.imports.domain.ImportStatus;
import org.affinity.profile.imports.store.ImportEntity;

/**
 * How far an import is and what came of it.
 *
 * @param rejections rejected records by reason
 * @param notes notes on records that were taken over, by reason
 */
public record ImportReport(
        UUID importId,
        long version,
        ImportStatus state,
        String fileName,
        String format,
        ColumnMapping mapping,
        boolean isDryRun,
        String sourceName,
        Instant observedAt,
        Counts counts,
        Map<String, Long> rejections,
        Map<String, Long> notes,
        ImportProgress progress,
        long followersSum,
        String failure,
        Instant createdAt,
        Instant finishedAt) {

    public ImportReport {
        rejections = Map.copyOf(rejections);
        notes = Map.copyOf(notes);
    }

    static ImportReport of(ImportEntity job, ImportJson json) {
        return new ImportReport(
                job.id,
                job.version,
                job.state,
                job.fileName,
                job.format,
                json.read(job.mapping, ColumnMapping.class),
                job.dryRun,
                job.sourceName,
                job.observedAt,
                Counts.of(job),
                json.readTotals(job.rejections),
                json.readTotals(job.notes),
                ImportProgress.of(
                        job.records,
                        job.recordsTotal,
                        job.claimedAt,
                        job.claimedRecords,
                        job.progressAt,
                        job.finishedAt),
                job.followersSum,
                job.failure,
                job.createdAt,
                job.finishedAt);
    }

    /** Records by outcome: accepted, updated, duplicate, rejected and blank add up to records, always. */
    public record Counts(
            long records,
            long accepted,
            long updated,
            long unchanged,
            long duplicateIdentical,
            long duplicateConflicting,
            long rejected,
            long blank) {

        static Counts of(ImportEntity job) {
            return new Counts(
                    job.records,
                    job.accepted,
                    job.updated,
                    job.unchanged,
                    job.duplicateIdentical,
                    job.duplicateConflicting,
                    job.rejected,
                    job.blank);
        }
    }
}
