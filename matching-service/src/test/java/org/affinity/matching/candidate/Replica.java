package org.affinity.matching.candidate;

import io.quarkus.arc.Arc;
import org.affinity.matching.candidate.store.CandidateRepository;

/** The index of a replica that starts beside the one under test, over the same table. */
public final class Replica {

    private final CandidateIndex index;

    public Replica(CandidateListener listener) {
        index = new CandidateIndex(
                Arc.container().instance(CandidateRepository.class).get(), listener);
    }

    /** Takes over what the table has, and says how far that is. */
    public IndexSnapshot refresh() {
        index.refresh();
        return index.snapshot().orElseThrow();
    }
}
