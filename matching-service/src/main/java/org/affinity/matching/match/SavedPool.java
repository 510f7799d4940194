package org.affinity.matching.match;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.affinity.matching.match.domain.PanelCandidate;
import org.affinity.matching.match.domain.PanelPool;

/** The creators a match chose its panel from, as they are kept with it. */
record SavedPool(
        @JsonSerialize(contentUsing = PanelCandidateWriter.class)
        List<PanelCandidate> candidates,

        int eligible) {

    /** Of a match without a panel. */
    static final SavedPool NONE = new SavedPool(List.of(), 0);

    static SavedPool of(PanelPool pool) {
        return new SavedPool(pool.candidates(), pool.eligible());
    }

    Set<UUID> creatorIds() {
        return candidates.stream().map(PanelCandidate::creatorId).collect(Collectors.toSet());
    }

    /** Where a creator is in it, from 1; empty when not in it. */
    Optional<Integer> place(UUID creatorId) {
        return IntStream.range(0, candidates.size())
                .filter(at -> candidates.get(at).creatorId().equals(creatorId))
                .mapToObj(at -> at + 1)
                .findFirst();
    }

    /** The pool again, without those who are gone since; whoever has to be in and is not in it cannot be. */
    PanelPool toPool(Set<UUID> mustInclude, Set<UUID> stillThere) {
        SequencedMap<UUID, String> unavailable = new TreeMap<>();
        mustInclude.stream()
                .filter(creatorId -> !stillThere.contains(creatorId))
                .forEach(creatorId -> unavailable.put(creatorId, "is not, or no longer, among those the match kept"));
        List<PanelCandidate> left = candidates.stream()
                .filter(candidate -> stillThere.contains(candidate.creatorId()))
                .toList();
        return new PanelPool(left, eligible, unavailable);
    }
}
