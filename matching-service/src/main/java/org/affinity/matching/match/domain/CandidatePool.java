package org.affinity.matching.match.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.engine.domain.Hit;
import org.affinity.matching.engine.domain.MatchEngine;

/**
 * The creators that a match is made from.
 *
 * @param engine finds the best of them
 * @param source tells what is known of some of them; somebody whom the engine names and whom it does not know any more
 *     is passed over
 * @param inStep whether whom the engine named is in the same state, and encoded in the same way, as whoever the source
 *     tells of with the same version; asked after both
 */
public record CandidatePool(
        MatchEngine engine, Function<Collection<UUID>, Map<UUID, Candidate>> source, BooleanSupplier inStep) {

    /** Whether the row and points of a hit are those of a creator's state. */
    public boolean isAsFound(Hit hit, Candidate candidate) {
        return hit.version() == candidate.version() && inStep.getAsBoolean();
    }

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
