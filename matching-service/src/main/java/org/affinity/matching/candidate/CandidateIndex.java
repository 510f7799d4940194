package org.affinity.matching.candidate;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.store.CandidateChange;
import org.affinity.matching.candidate.store.CandidateRepository;

/**
 * The candidates in memory: a copy of the table, brought up to date by reading what changed since the last time,
 * whichever replica wrote it. Readers get an immutable snapshot and never wait.
 */
@ApplicationScoped
class CandidateIndex {

    private static final int BATCH = 2_000;

    private final CandidateRepository repository;
    private final ReentrantLock refreshing = new ReentrantLock();
    private final Map<UUID, Candidate> candidates = new HashMap<>();
    private long generation;
    private long changeNumber;
    /** Whether the map holds what the snapshot does not; outlives a refresh that fails half-way. */
    private boolean dirty = true;

    private volatile IndexSnapshot snapshot;

    CandidateIndex(CandidateRepository repository) {
        this.repository = repository;
    }

    /** The latest snapshot; empty until the table was read once. */
    Optional<IndexSnapshot> snapshot() {
        return Optional.ofNullable(snapshot);
    }

    /** Takes over all that was committed before the call. */
    void refresh() {
        refreshing.lock();
        try {
            QuarkusTransaction.requiringNew().run(this::startGeneration);
            while (QuarkusTransaction.requiringNew().call(this::takeOver) == BATCH) {
                // there may be more
            }
            if (dirty) {
                snapshot = new IndexSnapshot(changeNumber, List.copyOf(candidates.values()));
                dirty = false;
            }
        } finally {
            refreshing.unlock();
        }
    }

    private void startGeneration() {
        long current = repository.generation();
        if (current != generation) {
            dirty = true;
            candidates.clear();
            generation = current;
            changeNumber = 0;
        }
    }

    private int takeOver() {
        List<CandidateChange> changes = repository.changesAfter(changeNumber, BATCH);
        for (CandidateChange change : changes) {
            dirty = true;
            if (change.candidate() == null) {
                candidates.remove(change.creatorId());
            } else {
                candidates.put(change.creatorId(), change.candidate());
            }
            changeNumber = change.changeNumber();
        }
        return changes.size();
    }
}
