package org.affinity.matching.match.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.engine.domain.Row;

/** Remembers the rows of creators, so that a creator who did not change is encoded once and not for each brief. */
final class EncodedCandidates {

    private final CandidateEncoder encoder;
    private final Map<UUID, Encoded> known = new ConcurrentHashMap<>();

    private record Encoded(Candidate candidate, List<Row> rows) {}

    EncodedCandidates(CandidateEncoder encoder) {
        this.encoder = encoder;
    }

    List<Row> rows(Candidate candidate) {
        Encoded encoded = known.get(candidate.creatorId());
        if (encoded == null || encoded.candidate() != candidate) {
            encoded = new Encoded(candidate, encoder.encode(candidate).rows());
            known.put(candidate.creatorId(), encoded);
        }
        return encoded.rows();
    }

    /** Forgets everybody else, those who were erased among them. */
    void keepOnly(Collection<Candidate> candidates) {
        if (known.size() > candidates.size()) {
            Set<UUID> kept = candidates.stream().map(Candidate::creatorId).collect(Collectors.toSet());
            known.keySet().retainAll(kept);
        }
    }
}
