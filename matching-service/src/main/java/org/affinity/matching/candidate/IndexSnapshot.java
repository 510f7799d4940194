package org.affinity.matching.candidate;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Candidate;

/**
 * The creators after a number of changes. It is a view: changes that come while it is used may show.
 *
 * @param changeNumber the highest change that is in it for certain, and with it every change before
 */
public record IndexSnapshot(long changeNumber, Map<UUID, Candidate> byId) {

    public Collection<Candidate> candidates() {
        return byId.values();
    }

    public Optional<Candidate> find(UUID creatorId) {
        return Optional.ofNullable(byId.get(creatorId));
    }
}
