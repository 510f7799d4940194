package org.affinity.matching.match.domain;

import java.util.List;
import java.util.function.Function;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.engine.domain.Row;

/** Remembers the rows of creators, so that a creator who did not change is encoded once and not for each brief. */
@FunctionalInterface
public interface RowMemory {

    /** The rows of a creator in just this state: those remembered, or else encoded. */
    List<Row> rows(Candidate candidate, Function<Candidate, List<Row>> encode);
}
