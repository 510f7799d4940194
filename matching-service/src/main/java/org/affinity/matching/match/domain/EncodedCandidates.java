package org.affinity.matching.match.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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

    @SuppressWarnings("ReferenceEquality") // To compare all of two creators costs more than to encode one.
    List<Row> rows(Candidate candidate) {
        Encoded encoded = known.get(candidate.creatorId());
        if (encoded == null || encoded.candidate() != candidate) {
            encoded = new Encoded(candidate, encoder.encode(candidate).rows());
            known.put(candidate.creatorId(), encoded);
        }
        return encoded.rows();
    }

    void forget(UUID creatorId) {
        known.remove(creatorId);
    }
}
