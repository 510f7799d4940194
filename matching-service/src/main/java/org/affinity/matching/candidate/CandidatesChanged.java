package org.affinity.matching.candidate;

import java.util.List;
import org.affinity.matching.candidate.store.CandidateChange;

/**
 * Says inside this process that candidates were stored, erased or cleared; the index looks when the transaction
 * commits.
 *
 * @param stored what was stored, in the order of the changes; empty when the index has to read what changed
 */
record CandidatesChanged(List<CandidateChange> stored) {

    CandidatesChanged {
        stored = List.copyOf(stored);
    }

    /** Of what waits together nobody knows the order in which it was committed: the index has to read it. */
    static CandidatesChanged together(CandidatesChanged waiting, CandidatesChanged next) {
        return waiting == null ? next : new CandidatesChanged(List.of());
    }
}
