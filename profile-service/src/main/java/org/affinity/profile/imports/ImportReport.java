package org.affinity.profile.imports;

import java.time.Instant;
import java.util.UUID;
import org.affinity.profile.imports.domain.ColumnMapping;
import org.affinity.profile.imports.domain.ImportStatus;
import org.affinity.profile.imports.store.ImportEntity;

/** How far an import is and what came of it. */
public record ImportReport(
        UUID importId,
        long version,
        ImportStatus state,
        String fileName,
        String format,
        ColumnMapping mapping,
        Counts counts,
        long followersSum,
        String failure,
        Instant createdAt,
        Instant finishedAt) {

    static ImportReport of(ImportEntity job, ColumnMapping mapping) {
        return new ImportReport(
                job.id,
                job.version,
                job.state,
                job.fileName,
                job.format,
                mapping,
                Counts.of(job),
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
