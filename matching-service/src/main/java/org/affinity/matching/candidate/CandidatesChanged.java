package org.affinity.matching.candidate;

import org.affinity.matching.candidate.store.CandidateRepository.Changes;

/**
 * Says inside this process that candidates were stored, erased or cleared; the index looks when the transaction
 * commits.
 *
 * @param stored what was stored, in the order of the changes; none when the index has to read what changed
 */
record CandidatesChanged(Changes stored) {

    /** Of what waits together nobody knows the order in which it was committed: the index has to read it. */
    static CandidatesChanged together(CandidatesChanged waiting, CandidatesChanged next) {
        return waiting == null ? next : new CandidatesChanged(Changes.NONE);
    }
}
