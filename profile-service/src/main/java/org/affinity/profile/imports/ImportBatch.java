package org.affinity.profile.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.affinity.profile.creator.CreatorImports;
import org.affinity.profile.creator.CreatorImports.Imported;
import org.affinity.profile.creator.domain.ImportedAccount;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.imports.domain.Duplicates;
import org.affinity.profile.imports.domain.Duplicates.Verdict;
import org.affinity.profile.imports.domain.RejectionReason;
import org.affinity.profile.imports.domain.RowOutcome;
import org.affinity.profile.imports.domain.RowReading;
import org.affinity.profile.imports.store.ImportEntity;
import org.affinity.profile.imports.store.ImportRowEntity;
import org.affinity.profile.imports.store.ImportRowWriter;

/** Takes one batch of records over and writes down what became of each. */
@ApplicationScoped
class ImportBatch {

    private final CreatorImports creators;
    private final DuplicateCheck duplicateCheck;
    private final ImportRowWriter rows;
    private final ImportJson json;

    ImportBatch(CreatorImports creators, DuplicateCheck duplicateCheck, ImportRowWriter rows, ImportJson json) {
        this.creators = creators;
        this.duplicateCheck = duplicateCheck;
        this.rows = rows;
        this.json = json;
    }

    /** Works a batch off in the present transaction; {@code duplicates} knows of nothing yet. */
    void apply(ImportEntity job, List<ReadRecord> records, Duplicates duplicates, MetricSource source) {
        List<Verdict> verdicts = duplicateCheck.judge(job.id, duplicates, records);
        Iterator<Imported> results =
                takeOver(job, accounts(records, verdicts), source).iterator();
        var rejections = new ReasonTotals(json.readTotals(job.rejections));
        var notes = new ReasonTotals(json.readTotals(job.notes));
        var outcomes = new ArrayList<ImportRowEntity>();
        for (int i = 0; i < records.size(); i++) {
            ReadRecord record = records.get(i);
            ImportRowEntity row = row(job, record);
            switch (record.reading()) {
                case RowReading.Blank blank -> {
                    job.blank++;
                    row.outcome = RowOutcome.BLANK;
                }
                case RowReading.Rejected rejected -> {
                    job.rejected++;
                    rejections.count(rejected.reason().name());
                    noteRejection(row, record, rejected);
                }
                case RowReading.Read read -> {
                    read.notes().forEach(one -> notes.count(one.reason()));
                    note(job, row, verdicts.get(i), read, results, rejections);
                }
            }
            outcomes.add(row);
        }
        rows.write(outcomes);
        job.records += records.size();
        job.rejections = json.write(rejections.totals());
        job.notes = json.write(notes.totals());
    }

    private static List<ImportedAccount> accounts(List<ReadRecord> records, List<Verdict> verdicts) {
        var accounts = new ArrayList<ImportedAccount>();
        for (int i = 0; i < records.size(); i++) {
            if (verdicts.get(i) instanceof Duplicates.First) {
                accounts.add(((RowReading.Read) records.get(i).reading()).account());
            }
        }
        return accounts;
    }

    private List<Imported> takeOver(ImportEntity job, List<ImportedAccount> accounts, MetricSource source) {
        return job.dryRun
                ? QuarkusTransaction.requiringNew().call(() -> creators.preview(accounts, source, job.createdAt))
                : creators.takeOver(accounts, source, job.createdAt, job.origin());
    }

    private void noteRejection(ImportRowEntity row, ReadRecord record, RowReading.Rejected rejected) {
        row.outcome = RowOutcome.REJECTED;
        row.reason = rejected.reason().name();
        row.columnName = rejected.column();
        row.cell = rejected.cell();
        row.cells = json.writeExactly(record.row().cells());
    }

    private void note(
            ImportEntity job,
            ImportRowEntity row,
            Verdict verdict,
            RowReading.Read read,
            Iterator<Imported> results,
            ReasonTotals rejections) {
        var details = new RowDetails(read.notes(), List.of());
        switch (verdict) {
            case Duplicates.First first -> {
                Imported result = results.next();
                if (result.equals(Imported.OPTED_OUT)) {
                    job.rejected++;
                    rejections.count(RejectionReason.OPTED_OUT.name());
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

    private static ImportRowEntity row(ImportEntity job, ReadRecord record) {
        var row = new ImportRowEntity();
        row.importId = job.id;
        row.rowNumber = record.row().row();
        row.line = record.row().line();
        return row;
    }
}
