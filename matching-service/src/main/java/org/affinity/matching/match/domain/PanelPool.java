package org.affinity.matching.match.domain;

import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * Whom a panel may be chosen from, as one match saw them.
 *
 * @param candidates best score first; those who have to be in are among them, whatever their score
 * @param eligible creators that pass the rules of eligibility, in the pool or not
 * @param unavailable creators who have to be in and cannot be, with the reason in words
 */
public record PanelPool(List<PanelCandidate> candidates, int eligible, SequencedMap<UUID, String> unavailable) {

    public PanelPool {
        candidates = List.copyOf(candidates);
    }
}
