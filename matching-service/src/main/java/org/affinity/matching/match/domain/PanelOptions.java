package org.affinity.matching.match.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a panel has to keep to besides budget and places.
 *
 * @param mustInclude creators who have to be in it
 * @param exclude creators who must not be in it
 * @param minSmallShare least share of small creators in it; null for any
 * @param maxShareOfBudget most of the budget that one creator may take, unless that one has to be in; null for what the
 *     panel model says
 * @param overlaps measured overlaps of audiences; they narrow the interval of the net reach, and limit what a panel is
 *     worth that is chosen for its reach
 */
public record PanelOptions(
        Set<UUID> mustInclude,
        Set<UUID> exclude,
        List<Quota> quotas,
        Double minSmallShare,
        Double maxShareOfBudget,
        List<KnownOverlap> overlaps) {

    public static final PanelOptions NONE = new PanelOptions(Set.of(), Set.of(), List.of(), null, null, List.of());

    public PanelOptions {
        mustInclude = Set.copyOf(mustInclude);
        exclude = Set.copyOf(exclude);
        quotas = List.copyOf(quotas);
        overlaps = List.copyOf(overlaps);
    }

    /** Everybody who is named. */
    public Set<UUID> creatorIds() {
        Set<UUID> named = new HashSet<>(mustInclude);
        named.addAll(exclude);
        overlaps.forEach(overlap -> {
            named.add(overlap.oneCreatorId());
            named.add(overlap.otherCreatorId());
        });
        return named;
    }

    /** The same without some creators. */
    public PanelOptions without(Set<UUID> creators) {
        return new PanelOptions(
                others(mustInclude, creators),
                others(exclude, creators),
                quotas,
                minSmallShare,
                maxShareOfBudget,
                overlaps.stream()
                        .filter(overlap -> !creators.contains(overlap.oneCreatorId())
                                && !creators.contains(overlap.otherCreatorId()))
                        .toList());
    }

    private static Set<UUID> others(Set<UUID> named, Set<UUID> creators) {
        Set<UUID> others = new HashSet<>(named);
        others.removeAll(creators);
        return others;
    }
}
