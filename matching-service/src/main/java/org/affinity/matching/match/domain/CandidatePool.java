package org.affinity.matching.match.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.engine.domain.MatchEngine;

/**
 * The creators that a match is made from.
 *
 * @param engine finds the best of them
 * @param byId what is known of each; somebody whom the engine names and who is not here any more is passed over
 */
public record CandidatePool(MatchEngine engine, Map<UUID, Candidate> byId) {

    Optional<Candidate> find(UUID creatorId) {
        return Optional.ofNullable(byId.get(creatorId));
    }

    List<Candidate> all(Collection<UUID> creatorIds) {
        return creatorIds.stream().flatMap(id -> find(id).stream()).toList();
    }
}
