package org.affinity.matching.candidate;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Candidate;

/**
 * Is told of every change that the index of candidates takes over, in their order, by one thread at a time, and before
 * the index tells anybody that it has them.
 */
public interface CandidateListener {

    /**
     * Asked before anything is told: whether creators of that generation are still known from before a restart.
     *
     * @return the change up to which all is known; empty when all has to be told
     */
    OptionalLong restored(long generation);

    void stored(List<Candidate> candidates);

    void forgotten(UUID creatorId);

    /** Everybody is forgotten, to be told of again as the table has them in that generation. */
    void cleared(long generation);
}
