package org.affinity.matching.match.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.engine.domain.MatchEngine;

/**
 * The creators that a match is made from.
 *
 * @param engine finds the best of them
 * @param source tells what is known of some of them; somebody whom the engine names and whom it does not know any more
 *     is passed over
 */
public record CandidatePool(MatchEngine engine, Function<Collection<UUID>, Map<UUID, Candidate>> source) {

    /** Those that are known, by id. */
    Map<UUID, Candidate> known(Collection<UUID> creatorIds) {
        return source.apply(creatorIds);
    }

    /** Those that are known, in the order of their ids in the question. */
    List<Candidate> all(Collection<UUID> creatorIds) {
        Map<UUID, Candidate> known = known(creatorIds);
        return creatorIds.stream()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .toList();
    }
}
