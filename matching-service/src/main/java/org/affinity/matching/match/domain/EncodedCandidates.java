package org.affinity.matching.match.domain;

import java.util.List;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.engine.domain.Row;

/** Gives the rows of creators, encoded anew only where nobody remembers them. */
final class EncodedCandidates {

    private final CandidateEncoder encoder;
    private final RowMemory memory;

    EncodedCandidates(CandidateEncoder encoder, RowMemory memory) {
        this.encoder = encoder;
        this.memory = memory;
    }

    List<Row> rows(Candidate candidate) {
        return memory.rows(candidate, unknown -> encoder.encode(unknown).rows());
    }
}
