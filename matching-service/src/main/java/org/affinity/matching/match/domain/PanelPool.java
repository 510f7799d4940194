package org.affinity.matching.match.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.affinity.matching.candidate.domain.Money;

/**
 * Whom a panel may be chosen from, as one match saw them.
 *
 * @param candidates best score first; those who have to be in are among them, whatever their score
 * @param eligible creators that pass the rules of eligibility, in the pool or not
 * @param unavailable creators who have to be in and cannot be, with the reason in words
 */
public record PanelPool(List<PanelCandidate> candidates, int eligible, SequencedMap<UUID, String> unavailable) {

    private static final Comparator<PanelCandidate> BEST_FIRST = Comparator.comparingDouble(PanelCandidate::score)
            .reversed()
            .thenComparing(PanelCandidate::creatorId, Scored::compareIds);

    public PanelPool {
        candidates = List.copyOf(candidates);
    }

    /**
     * The pool for a larger budget: with those whom the former budget could not pay, best score first, and no more than
     * the larger pool has; whoever has to be in stays. Whom the former budget could have paid and who was not there is
     * not let in: a larger budget is not why.
     *
     * @param ofLarger the creators who are eligible under the larger budget
     */
    public PanelPool with(PanelPool ofLarger, Money formerBudget, Set<UUID> mustInclude) {
        Set<UUID> here = candidates.stream().map(PanelCandidate::creatorId).collect(Collectors.toSet());
        List<PanelCandidate> all = new ArrayList<>(candidates);
        ofLarger.candidates().stream()
                .filter(candidate -> !here.contains(candidate.creatorId())
                        && candidate.price().exceeds(formerBudget))
                .forEach(all::add);
        all.sort(BEST_FIRST);
        // Who is there only since the first pool was kept is not among them: they may be fewer than the larger pool
        // has.
        int most = Math.min(
                all.size(), Math.max(candidates.size(), ofLarger.candidates().size()));
        List<PanelCandidate> kept = new ArrayList<>(all.subList(0, most));
        all.subList(most, all.size()).stream()
                .filter(candidate -> mustInclude.contains(candidate.creatorId()))
                .forEach(kept::add);
        SequencedMap<UUID, String> missing = new LinkedHashMap<>(unavailable);
        kept.forEach(candidate -> missing.remove(candidate.creatorId()));
        return new PanelPool(kept, ofLarger.eligible(), missing);
    }
}
