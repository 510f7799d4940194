package org.affinity.profile.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.affinity.profile.imports.ImportRunner.Claim;
import org.affinity.profile.imports.domain.ColumnMapping;
import org.affinity.profile.imports.domain.Duplicates;
import org.affinity.profile.imports.domain.ImportStatus;
import org.affinity.profile.imports.domain.RawRecord;
import org.affinity.profile.imports.domain.RowReader;
import org.affinity.profile.imports.domain.RowReading;
import org.affinity.profile.imports.domain.SerialColumns;
import org.affinity.profile.imports.store.ImportEntity;
import org.affinity.profile.imports.store.ImportRepository;

/**
 * Works off one import in batches. The effects of a batch, the outcomes of its records and the checkpoint after it are
 * one transaction: after a crash the next instance reads the file from the start, to know the accounts that occurred,
 * and goes on with the first record that has had no effect yet.
 */
@ApplicationScoped
class ImportProcessor {

    private static final String SPENT = "The import was interrupted too often; upload the file again to go on.";

    private final ImportRepository imports;
    private final ImportBatch batch;
    private final ImportJson json;
    private final ImportConfiguration configuration;
    private final Clock clock;

    ImportProcessor(
            ImportRepository imports,
            ImportBatch batch,
            ImportJson json,
            ImportConfiguration configuration,
            Clock clock) {
        this.imports = imports;
        this.batch = batch;
        this.json = json;
        this.configuration = configuration;
        this.clock = clock;
    }

    /** Works the import off to its end, or gives it up when none of too many attempts got any further. */
    void process(Claim claim) {
        if (hasAttemptsLeft(claim)) {
            process(claim, Long.MAX_VALUE);
        } else {
            giveUp(claim, SPENT);
        }
    }

    /** Works at most so many batches off; true when the import has come to its end. */
    boolean process(Claim claim, long mostBatches) {
        Job job = load(claim);
        var plan = new Plan(job.file(), job.mapping());
        var open = new ArrayList<RecordPlan>();
        long[] batches = {0};
        job.file().forEach(row -> {
            RecordPlan planned = plan.of(row);
            if (row.row() > job.checkpoint()) {
                open.add(planned);
            }
            if (open.size() == configuration.batchSize()) {
                apply(claim, job, open);
                batches[0]++;
            }
            return batches[0] < mostBatches;
        });
        if (batches[0] == mostBatches) {
            return false;
        }
        apply(claim, job, open);
        finish(claim, entity -> entity.state = ImportStatus.SUCCEEDED);
        return true;
    }

    /** Ends an import that cannot be worked off; what was taken over before stays. */
    void giveUp(Claim claim, String failure) {
        finish(claim, entity -> {
            entity.state = ImportStatus.FAILED;
            entity.failure = failure;
        });
    }

    /** Leaves an import to whoever finds it next, or gives it up after too many attempts. */
    void release(Claim claim) {
        QuarkusTransaction.requiringNew()
                .run(() -> imports.lockHeld(claim.importId(), claim.owner()).ifPresent(job -> {
                    job.leaseUntil = now();
                    if (job.attempts >= configuration.attempts()) {
                        job.state = ImportStatus.FAILED;
                        job.failure = SPENT;
                        end(job);
                    }
                }));
    }

    /** Attempts count from the claim on: one that took its whole instance down never came to {@link #release}. */
    private boolean hasAttemptsLeft(Claim claim) {
        return QuarkusTransaction.requiringNew()
                .call(() -> imports.lockHeld(claim.importId(), claim.owner())
                        .map(job -> job.attempts <= configuration.attempts())
                        .orElseThrow(LeaseLostException::new));
    }

    private Job load(Claim claim) {
        return QuarkusTransaction.requiringNew().call(() -> {
            ImportEntity job = imports.lockHeld(claim.importId(), claim.owner()).orElseThrow(LeaseLostException::new);
            ColumnMapping mapping = json.read(job.mapping, ColumnMapping.class);
            return new Job(SourceFile.open(imports.content(job.id)), mapping, job.records, job.createdAt);
        });
    }

    private void apply(Claim claim, Job job, List<RecordPlan> open) {
        if (open.isEmpty()) {
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> {
            ImportEntity entity =
                    imports.lockHeld(claim.importId(), claim.owner()).orElseThrow(LeaseLostException::new);
            batch.apply(entity, open, job.mapping().source(), job.createdAt());
            entity.leaseUntil = now().plus(configuration.lease());
            entity.attempts = 1;
            entity.version++;
        });
        open.clear();
    }

    private void finish(Claim claim, Consumer<ImportEntity> outcome) {
        QuarkusTransaction.requiringNew().run(() -> {
            ImportEntity job = imports.lockHeld(claim.importId(), claim.owner()).orElseThrow(LeaseLostException::new);
            outcome.accept(job);
            end(job);
        });
    }

    private void end(ImportEntity job) {
        job.finishedAt = now();
        job.leaseOwner = null;
        job.leaseUntil = null;
        job.version++;
        imports.deleteFile(job.id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private record Job(SourceFile file, ColumnMapping mapping, long checkpoint, Instant createdAt) {}

    /** Reads records and remembers the accounts that occurred. */
    private final class Plan {

        private final RowReader reader;
        private final Duplicates duplicates;

        Plan(SourceFile file, ColumnMapping mapping) {
            this.reader =
                    new RowReader(file.header(), mapping, LocalDate.now(clock).getYear());
            this.duplicates = new Duplicates(file.header(), SerialColumns.find(file.header(), file.sample()));
        }

        RecordPlan of(RawRecord row) {
            RowReading reading = reader.read(row);
            Duplicates.Verdict verdict = reading instanceof RowReading.Read read
                    ? duplicates.meet(read.account().account().key(), row)
                    : null;
            return new RecordPlan(row, reading, verdict);
        }
    }
}
