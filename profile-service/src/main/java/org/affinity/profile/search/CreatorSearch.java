package org.affinity.profile.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.affinity.profile.creator.CreatorService;
import org.affinity.profile.creator.ListedCreator;
import org.affinity.profile.search.domain.CreatorQuery;
import org.affinity.profile.search.store.CreatorIndex;

/** Finds creators. The index says who and in which order; what is shown is read under the caller's own rights. */
@ApplicationScoped
public class CreatorSearch {

    private final CreatorIndex index;
    private final CreatorService creators;

    CreatorSearch(CreatorIndex index, CreatorService creators) {
        this.index = index;
        this.creators = creators;
    }

    /** The next creators that the query means and the caller may see. */
    @Transactional
    public Found find(CreatorQuery query, Optional<Position> after, int limit) {
        List<Position> places = index.page(query, after, limit + 1);
        boolean isMore = places.size() > limit;
        List<Position> page = isMore ? places.subList(0, limit) : places;
        List<UUID> ids = page.stream().map(Position::creatorId).toList();
        Map<UUID, ListedCreator> states = creators.findAll(ids);
        List<ListedCreator> found =
                ids.stream().map(states::get).filter(Objects::nonNull).toList();
        return new Found(found, isMore ? Optional.of(page.getLast()) : Optional.empty());
    }

    /**
     * A part of the creators found.
     *
     * @param next where the next part begins; empty at the end
     */
    public record Found(List<ListedCreator> creators, Optional<Position> next) {

        public Found {
            creators = List.copyOf(creators);
        }
    }
}
