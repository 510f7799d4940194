package org.affinity.matching.candidate;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.store.CandidateChange;
import org.affinity.matching.candidate.store.CandidateRepository;
import org.jboss.logging.Logger;

/**
 * Follows the table of candidates: takes over what changed since the last time, whichever replica wrote it, and tells
 * its listener, who holds what matches need of it.
 */
@ApplicationScoped
class CandidateIndex {

    private static final Logger LOG = Logger.getLogger(CandidateIndex.class);
    private static final int BATCH = 2_000;
    /** No table has it. */
    private static final long NO_GENERATION = 0;

    private final CandidateRepository repository;
    private final ReentrantLock refreshing = new ReentrantLock();
    private final CandidateListener listener;
    private long generation = NO_GENERATION;
    private long changeNumber;

    private volatile IndexSnapshot snapshot;

    CandidateIndex(CandidateRepository repository, CandidateListener listener) {
        this.repository = repository;
        this.listener = listener;
    }

    /** How far the index is; empty until it has caught up with the table once. */
    Optional<IndexSnapshot> snapshot() {
        return Optional.ofNullable(snapshot);
    }

    /** Takes over all that was committed before the call. */
    void refresh() {
        refreshing.lock();
        try {
            while (QuarkusTransaction.requiringNew().call(this::readNext) == BATCH) {
                // there may be more
            }
            snapshot = new IndexSnapshot(generation, changeNumber);
        } finally {
            refreshing.unlock();
        }
    }

    /**
     * Takes over what this replica has committed: without reading the table when it is what comes next, so that nobody
     * else has changed anything since.
     */
    void takeOver(CandidateRepository.Changes committed) {
        refreshing.lock();
        try {
            if (comesNext(committed)) {
                tell(committed.changes());
                snapshot = new IndexSnapshot(generation, changeNumber);
            } else {
                refresh();
            }
        } finally {
            refreshing.unlock();
        }
    }

    /** Change numbers are given out in the order of the commits; one that is missing may be somebody else's. */
    private boolean comesNext(CandidateRepository.Changes committed) {
        List<CandidateChange> changes = committed.changes();
        return snapshot != null
                && committed.generation() == generation
                && !changes.isEmpty()
                && changes.getFirst().changeNumber() == changeNumber + 1
                && changes.getLast().changeNumber() == changeNumber + changes.size();
    }

    private void startGeneration(long current) {
        long restored = generation == NO_GENERATION ? restored(current) : 0;
        if (restored == 0) {
            listener.cleared(current);
        }
        generation = current;
        changeNumber = restored;
    }

    /** The change up to which the listener knows this table from before; 0 for nothing. */
    private long restored(long current) {
        OptionalLong known = listener.restored(current);
        long last = repository.lastChangeNumber();
        if (known.orElse(0) > last) {
            LOG.warnf(
                    "The index holds change %d of creators and the table ends at %d: it is read anew",
                    known.getAsLong(), last);
            return 0;
        }
        return known.orElse(0);
    }

    private int readNext() {
        CandidateRepository.Changes newer = repository.changesAfter(changeNumber, BATCH);
        while (newer.generation() != generation) {
            startGeneration(newer.generation());
            newer = repository.changesAfter(changeNumber, BATCH);
        }
        tell(newer.changes());
        return newer.changes().size();
    }

    private void tell(List<CandidateChange> changes) {
        List<Candidate> stored = new ArrayList<>();
        for (CandidateChange change : changes) {
            if (change.candidate() == null) {
                listener.forgotten(change.creatorId());
            } else {
                stored.add(change.candidate());
            }
        }
        listener.stored(stored);
        if (!changes.isEmpty()) {
            changeNumber = changes.getLast().changeNumber();
        }
    }
}
