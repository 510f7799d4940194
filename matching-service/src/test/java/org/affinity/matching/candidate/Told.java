package org.affinity.matching.candidate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Candidate;

/** Keeps what an index tells. */
final class Told implements CandidateListener {

    private final Map<UUID, Candidate> candidates = new HashMap<>();
    private final long known;

    Told() {
        this(0);
    }

    /** Says to know all up to a change from before. */
    Told(long known) {
        this.known = known;
    }

    Map<UUID, Candidate> candidates() {
        return candidates;
    }

    @Override
    public OptionalLong restored(long generation) {
        return known == 0 ? OptionalLong.empty() : OptionalLong.of(known);
    }

    @Override
    public void stored(List<Candidate> stored) {
        stored.forEach(candidate -> candidates.put(candidate.creatorId(), candidate));
    }

    @Override
    public void forgotten(UUID creatorId) {
        candidates.remove(creatorId);
    }

    @Override
    public void cleared(long generation) {
        candidates.clear();
    }
}
