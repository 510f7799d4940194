package org.affinity.matching.candidate;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.store.CandidateChange;
import org.affinity.matching.candidate.store.CandidateRepository;

/**
 * The candidates in memory: a copy of the table, brought up to date by reading what changed since the last time,
 * whichever replica wrote it. Readers never wait.
 */
@ApplicationScoped
class CandidateIndex {

    private static final int BATCH = 2_000;

    private final CandidateRepository repository;
    private final ReentrantLock refreshing = new ReentrantLock();
    private final CandidateListener listener;
    private final Map<UUID, Candidate> candidates = new ConcurrentHashMap<>();
    private long generation;
    private long changeNumber;

    private volatile IndexSnapshot snapshot;

    CandidateIndex(CandidateRepository repository, CandidateListener listener) {
        this.repository = repository;
        this.listener = listener;
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
            snapshot = new IndexSnapshot(changeNumber, Collections.unmodifiableMap(candidates));
        } finally {
            refreshing.unlock();
        }
    }

    private void startGeneration() {
        long current = repository.generation();
        if (current != generation) {
            candidates.clear();
            listener.cleared();
            generation = current;
            changeNumber = 0;
        }
    }

    private int takeOver() {
        List<CandidateChange> changes = repository.changesAfter(changeNumber, BATCH);
        List<Candidate> stored = new ArrayList<>();
        for (CandidateChange change : changes) {
            if (change.candidate() == null) {
                candidates.remove(change.creatorId());
                listener.forgotten(change.creatorId());
            } else {
                candidates.put(change.creatorId(), change.candidate());
                stored.add(change.candidate());
            }
        }
        listener.stored(stored);
        if (!changes.isEmpty()) {
            changeNumber = changes.getLast().changeNumber();
        }
        return changes.size();
    }
}
