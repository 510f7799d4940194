package org.affinity.profile.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.affinity.profile.imports.ImportRunner.Claim;
import org.affinity.profile.imports.domain.Duplicates;
import org.affinity.profile.imports.domain.ImportStatus;
import org.affinity.profile.imports.domain.RowReader;
import org.affinity.profile.imports.domain.SerialColumns;

/**
 * Works off one import in batches. The effects of a batch, the outcomes of its records, the accounts it met and the
 * checkpoint after it are one transaction: after a crash the next instance fetches the file and goes on with the first
 * record that has had no effect yet. Of the file, one batch is in memory at a time.
 */
@ApplicationScoped
class ImportProcessor {

    private static final String SPENT = "The import was interrupted too often; upload the file again to go on.";

    /** Characters that end a batch before it has all its records: a record may have hundreds of long cells. */
    private static final long LARGEST_BATCH = 4_000_000;

    private final ImportLease lease;
    private final ImportJobs jobs;
    private final ImportBatch batch;
    private final ImportEnd end;
    private final ImportConfiguration configuration;
    private final Clock clock;

    ImportProcessor(
            ImportLease lease,
            ImportJobs jobs,
            ImportBatch batch,
            ImportEnd end,
            ImportConfiguration configuration,
            Clock clock) {
        this.lease = lease;
        this.jobs = jobs;
        this.batch = batch;
        this.end = end;
        this.configuration = configuration;
        this.clock = clock;
    }

    /** Works the import off to its end, or gives it up when none of too many attempts got any further. */
    void process(Claim claim) {
        // Attempts count from the claim on: one that took its whole instance down never came to release.
        if (lease.holding(claim, job -> job.attempts <= configuration.attempts())) {
            process(claim, Long.MAX_VALUE);
        } else {
            giveUp(claim, SPENT);
        }
    }

    /** Works at most so many batches off; true when the import has come to its end. */
    boolean process(Claim claim, long mostBatches) {
        Path local = temporaryFile();
        try {
            ImportJob job = jobs.load(claim, local);
            try (SourceFile file = SourceFile.open(local, job.sheet(), configuration.maxInflatedBytes())) {
                count(claim, job, file);
                boolean isDone = work(claim, job, file, mostBatches);
                if (isDone) {
                    lease.change(claim, entity -> end.end(entity, ImportStatus.SUCCEEDED));
                }
                return isDone;
            }
        } finally {
            delete(local);
        }
    }

    /** Ends an import that cannot be worked off; what was taken over before stays. */
    void giveUp(Claim claim, String failure) {
        lease.change(claim, entity -> {
            entity.failure = failure;
            end.end(entity, ImportStatus.FAILED);
        });
    }

    /** Leaves an import to whoever finds it next, or gives it up after too many attempts. */
    void release(Claim claim) {
        lease.release(claim, entity -> {
            if (entity.attempts >= configuration.attempts()) {
                entity.failure = SPENT;
                end.end(entity, ImportStatus.FAILED);
            }
        });
    }

    /** Counts the records once, so that progress can be told as a share. */
    private void count(Claim claim, ImportJob job, SourceFile file) {
        if (job.isCounted()) {
            return;
        }
        ImportLease.Keeper keeper = lease.keeper(claim);
        long[] records = {0};
        file.forEach(row -> {
            records[0]++;
            keeper.keep(row.row());
            return true;
        });
        lease.change(claim, entity -> {
            entity.recordsTotal = records[0];
            lease.renew(entity);
            entity.version++;
        });
    }

    private boolean work(Claim claim, ImportJob job, SourceFile file, long mostBatches) {
        RowReader reader = job.reader(file.header(), LocalDate.now(clock));
        Set<Integer> ignored = SerialColumns.find(file.header(), file.sample());
        Supplier<Duplicates> duplicates = () -> new Duplicates(file.header(), ignored);
        ImportLease.Keeper keeper = lease.keeper(claim);
        var open = new ArrayList<ReadRecord>();
        long[] batches = {0};
        long[] characters = {0};
        file.forEach(row -> {
            if (row.row() <= job.checkpoint()) {
                keeper.keep(row.row());
                return true;
            }
            open.add(new ReadRecord(row, reader.read(row)));
            characters[0] += row.length();
            if (open.size() == configuration.batchSize() || characters[0] > LARGEST_BATCH) {
                apply(claim, job, open, duplicates.get());
                batches[0]++;
                characters[0] = 0;
            }
            return batches[0] < mostBatches;
        });
        if (batches[0] == mostBatches) {
            return false;
        }
        apply(claim, job, open, duplicates.get());
        return true;
    }

    private void apply(Claim claim, ImportJob job, List<ReadRecord> open, Duplicates duplicates) {
        if (open.isEmpty()) {
            return;
        }
        lease.change(claim, entity -> {
            batch.apply(entity, open, duplicates, job.mapping().source());
            entity.progressAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            lease.renew(entity);
            entity.attempts = 1;
            entity.version++;
        });
        open.clear();
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempFile("affinity-import", ".list");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
