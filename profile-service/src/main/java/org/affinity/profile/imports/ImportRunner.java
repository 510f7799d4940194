package org.affinity.profile.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.security.Tenancy;
import org.affinity.profile.imports.store.ImportRepository;
import org.jboss.logging.Logger;

/**
 * Works off imports, one at a time on each instance: at once when a file was uploaded here, else when it finds one that
 * nobody works on, such as one whose instance died.
 */
@ApplicationScoped
class ImportRunner {

    private static final Logger LOG = Logger.getLogger(ImportRunner.class);

    private final ImportRepository imports;
    private final ImportProcessor processor;
    private final ImportConfiguration configuration;
    private final IdGenerator ids;
    private final Clock clock;
    private final ReentrantLock working = new ReentrantLock();

    ImportRunner(
            ImportRepository imports,
            ImportProcessor processor,
            ImportConfiguration configuration,
            IdGenerator ids,
            Clock clock) {
        this.imports = imports;
        this.processor = processor;
        this.configuration = configuration;
        this.ids = ids;
        this.clock = clock;
    }

    void onUpload(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImportUploaded uploaded) {
        Thread.ofVirtual().name("import-" + uploaded.importId()).start(this::runOpenImports);
    }

    @Scheduled(every = "${profile.imports.poll-interval:5S}", concurrentExecution = ConcurrentExecution.SKIP)
    void poll() {
        runOpenImports();
    }

    private void runOpenImports() {
        if (!working.tryLock()) {
            return;
        }
        try {
            Tenancy.asSystem(() -> {
                for (Optional<Claim> claim = claim(); claim.isPresent(); claim = claim()) {
                    process(claim.get());
                }
            });
        } finally {
            working.unlock();
        }
    }

    /** Takes the next import that nobody works on, for one lease. */
    Optional<Claim> claim() {
        UUID owner = ids.next();
        return QuarkusTransaction.requiringNew()
                .call(() -> imports.claim(owner, clock.instant(), configuration.lease()))
                .map(importId -> new Claim(importId, owner));
    }

    private void process(Claim claim) {
        try {
            processor.process(claim);
        } catch (LeaseLostException lost) {
            LOG.infof("Import cancelled or taken over by another instance: importId=%s", claim.importId());
        } catch (UnreadableFileException unreadable) {
            processor.giveUp(claim, unreadable.getMessage());
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "Import interrupted: importId=%s", claim.importId());
            processor.release(claim);
        }
    }

    /** An import and the owner it is leased to. */
    record Claim(UUID importId, UUID owner) {}
}
