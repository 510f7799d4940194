package org.affinity.profile.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.affinity.profile.imports.ImportRunner.Claim;
import org.affinity.profile.imports.store.ImportEntity;
import org.affinity.profile.imports.store.ImportRepository;

/** Holds imports for the instance that works on them: as long as a lease runs, no other instance takes its import. */
@ApplicationScoped
class ImportLease {

    private final ImportRepository imports;
    private final ImportConfiguration configuration;
    private final Clock clock;

    ImportLease(ImportRepository imports, ImportConfiguration configuration, Clock clock) {
        this.imports = imports;
        this.configuration = configuration;
        this.clock = clock;
    }

    /** What comes of work in a transaction of its own that holds the import, if the claim is still good. */
    <T> T holding(Claim claim, Function<ImportEntity, T> work) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) configuration.transactionTimeout().toSeconds())
                .call(() -> work.apply(
                        imports.lockHeld(claim.importId(), claim.owner()).orElseThrow(LeaseLostException::new)));
    }

    /** The same for work that answers nothing. */
    void change(Claim claim, Consumer<ImportEntity> work) {
        holding(claim, job -> {
            work.accept(job);
            return null;
        });
    }

    /** Lets the lease of a held import run anew. */
    void renew(ImportEntity job) {
        job.leaseUntil = now().plus(configuration.lease());
    }

    /** Ends the lease, with a last change; whoever holds the import by now keeps it as it is. */
    void release(Claim claim, Consumer<ImportEntity> last) {
        QuarkusTransaction.requiringNew()
                .run(() -> imports.lockHeld(claim.importId(), claim.owner()).ifPresent(job -> {
                    job.leaseUntil = now();
                    last.accept(job);
                }));
    }

    /** Keeps a claim while records are read that need no transaction. */
    Keeper keeper(Claim claim) {
        return new Keeper(claim);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Renews the lease of one import now and then. */
    final class Keeper {

        private static final int LOOKS_EVERY = 10_000;

        private final Claim claim;
        private Instant renewedAt = now();

        private Keeper(Claim claim) {
            this.claim = claim;
        }

        /** To be told of each record that was read. */
        void keep(long row) {
            if (row % LOOKS_EVERY == 0) {
                Instant now = now();
                if (now.isAfter(renewedAt.plus(configuration.lease().dividedBy(3)))) {
                    change(claim, ImportLease.this::renew);
                    renewedAt = now;
                }
            }
        }
    }
}
