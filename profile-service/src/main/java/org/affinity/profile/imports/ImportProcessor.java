package org.affinity.profile.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.affinity.profile.creator.PlatformCatalogue;
import org.affinity.profile.creator.domain.Platforms;
import org.affinity.profile.imports.ImportRunner.Claim;
import org.affinity.profile.imports.domain.ColumnMapping;
import org.affinity.profile.imports.domain.Duplicates;
import org.affinity.profile.imports.domain.ImportStatus;
import org.affinity.profile.imports.domain.RowReader;
import org.affinity.profile.imports.domain.SerialColumns;
import org.affinity.profile.imports.store.ImportEntity;
import org.affinity.profile.imports.store.ImportFileRepository;
import org.affinity.profile.imports.store.ImportRepository;
import org.affinity.profile.questionnaire.Questionnaires;
import org.affinity.profile.questionnaire.domain.Question;

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

    private final ImportRepository imports;
    private final ImportFileRepository files;
    private final ImportBatch batch;
    private final ImportEnd end;
    private final ImportJson json;
    private final ImportConfiguration configuration;
    private final PlatformCatalogue platforms;
    private final Questionnaires questionnaires;
    private final Clock clock;

    ImportProcessor(
            ImportRepository imports,
            ImportFileRepository files,
            ImportBatch batch,
            ImportEnd end,
            ImportJson json,
            ImportConfiguration configuration,
            PlatformCatalogue platforms,
            Questionnaires questionnaires,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.batch = batch;
        this.end = end;
        this.json = json;
        this.configuration = configuration;
        this.platforms = platforms;
        this.questionnaires = questionnaires;
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
        Path local = temporaryFile();
        try {
            Job job = load(claim, local);
            try (SourceFile file = SourceFile.open(local, job.sheet(), configuration.maxInflatedBytes())) {
                count(claim, job, file);
                boolean isDone = work(claim, job, file, mostBatches);
                if (isDone) {
                    finish(claim, entity -> end.end(entity, ImportStatus.SUCCEEDED));
                }
                return isDone;
            }
        } finally {
            delete(local);
        }
    }

    /** Ends an import that cannot be worked off; what was taken over before stays. */
    void giveUp(Claim claim, String failure) {
        finish(claim, entity -> {
            entity.failure = failure;
            end.end(entity, ImportStatus.FAILED);
        });
    }

    /** Leaves an import to whoever finds it next, or gives it up after too many attempts. */
    void release(Claim claim) {
        QuarkusTransaction.requiringNew()
                .run(() -> imports.lockHeld(claim.importId(), claim.owner()).ifPresent(job -> {
                    job.leaseUntil = now();
                    if (job.attempts >= configuration.attempts()) {
                        job.failure = SPENT;
                        end.end(job, ImportStatus.FAILED);
                    }
                }));
    }

    /** Attempts count from the claim on: one that took its whole instance down never came to {@link #release}. */
    private boolean hasAttemptsLeft(Claim claim) {
        return held(claim, job -> job.attempts <= configuration.attempts());
    }

    private Job load(Claim claim, Path local) {
        return held(claim, job -> {
            files.fetch(job.id, local);
            ColumnMapping mapping = json.read(job.mapping, ColumnMapping.class);
            return new Job(
                    mapping,
                    platforms.known(),
                    mapping.answers().keySet().stream()
                            .flatMap(question -> questionnaires.question(question).stream())
                            .toList(),
                    job.sheet,
                    job.observedAt,
                    job.records,
                    job.recordsTotal != null);
        });
    }

    /** Counts the records once, so that progress can be told as a share. */
    private void count(Claim claim, Job job, SourceFile file) {
        if (job.isCounted()) {
            return;
        }
        var lease = new Lease(claim);
        long[] records = {0};
        file.forEach(row -> {
            records[0]++;
            lease.keep(row.row());
            return true;
        });
        held(claim, entity -> {
            entity.recordsTotal = records[0];
            entity.leaseUntil = now().plus(configuration.lease());
            entity.version++;
            return null;
        });
    }

    private boolean work(Claim claim, Job job, SourceFile file, long mostBatches) {
        var reader = new RowReader(
                file.header(), job.mapping(), job.platforms(), job.questions(), LocalDate.now(clock), job.observedAt());
        Set<Integer> ignored = SerialColumns.find(file.header(), file.sample());
        Supplier<Duplicates> duplicates = () -> new Duplicates(file.header(), ignored);
        var lease = new Lease(claim);
        var open = new ArrayList<ReadRecord>();
        long[] batches = {0};
        long[] characters = {0};
        file.forEach(row -> {
            if (row.row() <= job.checkpoint()) {
                lease.keep(row.row());
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

    private void apply(Claim claim, Job job, List<ReadRecord> open, Duplicates duplicates) {
        if (open.isEmpty()) {
            return;
        }
        held(claim, entity -> {
            batch.apply(entity, open, duplicates, job.mapping().source());
            entity.progressAt = now();
            entity.leaseUntil = now().plus(configuration.lease());
            entity.attempts = 1;
            entity.version++;
            return null;
        });
        open.clear();
    }

    private void finish(Claim claim, Consumer<ImportEntity> outcome) {
        held(claim, job -> {
            outcome.accept(job);
            return null;
        });
    }

    /** Runs work in a transaction of its own that holds the import, if the claim is still good. */
    private <T> T held(Claim claim, java.util.function.Function<ImportEntity, T> work) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) configuration.transactionTimeout().toSeconds())
                .call(() -> work.apply(
                        imports.lockHeld(claim.importId(), claim.owner()).orElseThrow(LeaseLostException::new)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
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

    private record Job(
            ColumnMapping mapping,
            Platforms platforms,
            List<Question> questions,
            String sheet,
            Instant observedAt,
            long checkpoint,
            boolean isCounted) {}

    /** Keeps the claim while records are read that need no transaction. */
    private final class Lease {

        private static final int LOOKS_EVERY = 10_000;

        private final Claim claim;
        private Instant renewedAt = now();

        Lease(Claim claim) {
            this.claim = claim;
        }

        void keep(long row) {
            Instant now = now();
            boolean isDue = row % LOOKS_EVERY == 0
                    && now.isAfter(renewedAt.plus(configuration.lease().dividedBy(3)));
            if (isDue) {
                held(claim, job -> {
                    job.leaseUntil = now.plus(configuration.lease());
                    return null;
                });
                renewedAt = now;
            }
        }
    }
}
