package org.affinity.matching.match;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.affinity.matching.match.store.MatchRunRepository.NamedPlace;

/**
 * An answer to a brief, not saved yet.
 *
 * @param pool those its panel was chosen from; null without a panel
 * @param mentioned those who had to be in the panel and cannot, whom the answer names in words
 */
record MatchAnswer(MatchDocument document, SavedPool pool, Set<UUID> mentioned) {

    /** The creators that the answer names. */
    List<NamedPlace> places() {
        Set<UUID> proposed =
                document.panel().stream().map(MatchedCreator::creatorId).collect(Collectors.toSet());
        Stream<NamedPlace> ranked = document.ranking().stream()
                .map(place -> new NamedPlace(place.creatorId(), place.rank(), proposed.contains(place.creatorId())));
        Set<UUID> inRanking =
                document.ranking().stream().map(MatchedCreator::creatorId).collect(Collectors.toSet());
        return Stream.concat(
                        ranked,
                        proposed.stream()
                                .filter(creatorId -> !inRanking.contains(creatorId))
                                .map(creatorId -> new NamedPlace(creatorId, null, true)))
                .toList();
    }

    Set<UUID> inPool() {
        return pool == null ? Set.of() : pool.creatorIds();
    }
}
