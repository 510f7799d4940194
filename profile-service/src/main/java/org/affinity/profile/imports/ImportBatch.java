package org.affinity.profile.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.affinity.profile.creator.CreatorImports;
import org.affinity.profile.creator.CreatorImports.Imported;
import org.affinity.profile.creator.domain.ImportedAccount;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.imports.domain.Duplicates;
import org.affinity.profile.imports.domain.RejectionReason;
import org.affinity.profile.imports.domain.RowOutcome;
import org.affinity.profile.imports.domain.RowReading;
import org.affinity.profile.imports.store.ImportEntity;
import org.affinity.profile.imports.store.ImportRowEntity;

/** Takes one batch of records over and writes down what became of each. */
@ApplicationScoped
class ImportBatch {

    private final CreatorImports creators;
    private final ImportJson json;

    ImportBatch(CreatorImports creators, ImportJson json) {
        this.creators = creators;
        this.json = json;
    }

    void apply(ImportEntity job, List<RecordPlan> records, MetricSource source, Instant observedAt) {
        List<ImportedAccount> accounts = records.stream()
                .filter(RecordPlan::takesEffect)
                .map(record -> ((RowReading.Read) record.reading()).account())
                .toList();
        Iterator<Imported> results =
                creators.takeOver(accounts, source, observedAt, job.origin()).iterator();
        for (RecordPlan record : records) {
            ImportRowEntity row = row(job, record);
            switch (record.reading()) {
                case RowReading.Blank blank -> {
                    job.blank++;
                    row.outcome = RowOutcome.BLANK;
                }
                case RowReading.Rejected rejected -> {
                    job.rejected++;
                    row.outcome = RowOutcome.REJECTED;
                    row.reason = rejected.reason().name();
                    row.columnName = rejected.column();
                    row.cell = rejected.cell();
                }
                case RowReading.Read read -> note(job, row, record, read, results);
            }
            job.records++;
            row.persist();
        }
    }

    private void note(
            ImportEntity job,
            ImportRowEntity row,
            RecordPlan record,
            RowReading.Read read,
            Iterator<Imported> results) {
        var details = new RowDetails(read.notes(), List.of());
        switch (record.verdict()) {
            case Duplicates.First first -> {
                Imported result = results.next();
                if (result.equals(Imported.OPTED_OUT)) {
                    job.rejected++;
                    row.outcome = RowOutcome.REJECTED;
                    row.reason = RejectionReason.OPTED_OUT.name();
                    return;
                }
                noteEffect(job, row, result);
                job.followersSum += Optional.ofNullable(
                                read.account().account().metrics().followers())
                        .orElse(0L);
            }
            case Duplicates.Identical identical -> {
                job.duplicateIdentical++;
                row.outcome = RowOutcome.DUPLICATE;
                row.reason = "IDENTICAL";
                row.duplicateOf = identical.row();
            }
            case Duplicates.Conflicting conflicting -> {
                job.duplicateConflicting++;
                row.outcome = RowOutcome.DUPLICATE;
                row.reason = "CONFLICTING";
                row.duplicateOf = conflicting.row();
                details = new RowDetails(read.notes(), conflicting.differences());
            }
        }
        row.details = details.equals(RowDetails.NONE) ? null : json.write(details);
    }

    private static void noteEffect(ImportEntity job, ImportRowEntity row, Imported result) {
        row.creatorId = result.creatorId();
        row.unchanged = !result.isChanged();
        if (result.isNew()) {
            job.accepted++;
            row.outcome = RowOutcome.ACCEPTED;
        } else {
            job.updated++;
            job.unchanged += result.isChanged() ? 0 : 1;
            row.outcome = RowOutcome.UPDATED;
        }
    }

    private static ImportRowEntity row(ImportEntity job, RecordPlan record) {
        var row = new ImportRowEntity();
        row.importId = job.id;
        row.rowNumber = record.row().row();
        row.line = record.row().line();
        return row;
    }
}
