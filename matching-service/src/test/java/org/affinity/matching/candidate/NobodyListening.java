package org.affinity.matching.candidate;

import java.util.List;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Candidate;

/** For an index of which nobody is told. */
final class NobodyListening implements CandidateListener {

    @Override
    public void stored(List<Candidate> candidates) {}

    @Override
    public void forgotten(UUID creatorId) {}

    @Override
    public void cleared() {}
}
