package org.affinity.profile.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.affinity.profile.imports.domain.ImportStatus;
import org.affinity.profile.imports.store.ImportEntity;
import org.affinity.profile.imports.store.ImportFileRepository;
import org.affinity.profile.imports.store.MetAccounts;

/** Ends imports: nothing of the file stays but what the report shows. */
@ApplicationScoped
class ImportEnd {

    private final ImportFileRepository files;
    private final MetAccounts metAccounts;
    private final Clock clock;

    ImportEnd(ImportFileRepository files, MetAccounts metAccounts, Clock clock) {
        this.files = files;
        this.metAccounts = metAccounts;
        this.clock = clock;
    }

    /** Ends an import that the present transaction has locked. */
    void end(ImportEntity job, ImportStatus state) {
        job.state = state;
        job.finishedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        job.leaseOwner = null;
        job.leaseUntil = null;
        job.version++;
        files.delete(job.id);
        metAccounts.forget(job.id);
    }
}
