package org.affinity.profile.search.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.affinity.profile.creator.domain.CreatorStatus;
import org.affinity.profile.creator.domain.EngagementType;
import org.affinity.profile.creator.domain.Platform;

/**
 * Which creators to find, and in which order. Everything given must hold; of a list one value is enough. Null and empty
 * do not filter.
 *
 * @param text words of name, bio and handles, each of which must begin one, whatever the case and the accents
 * @param account what one and the same account must have
 * @param offer what one and the same accepted kind of engagement must have
 * @param languages lowercase BCP 47 tags; {@code pt} is also had by who has {@code pt-br}
 * @param topics in canonical form
 * @param everyTopic in canonical form; all of them are needed
 * @param adult whether the creator is surely of age, born by {@code lastAdultYear}; an unknown year is not sure
 */
public record CreatorQuery(
        String text,
        AccountQuery account,
        OfferQuery offer,
        List<String> countries,
        List<String> languages,
        List<String> topics,
        List<String> everyTopic,
        List<CreatorStatus> states,
        Boolean adult,
        int lastAdultYear,
        Instant updatedSince,
        Integer fewestCollaborations,
        CreatorSort sort) {

    public CreatorQuery {
        countries = List.copyOf(countries);
        languages = List.copyOf(languages);
        topics = List.copyOf(topics);
        everyTopic = List.copyOf(everyTopic);
        states = List.copyOf(states);
    }

    /**
     * What one account must have.
     *
     * @param sizes ranges of followers, one of which is enough
     * @param handleKeys in the form of {@link org.affinity.profile.creator.domain.Handle#key()}
     */
    public record AccountQuery(
            List<Platform> platforms,
            List<String> handleKeys,
            List<FollowerRange> sizes,
            Long fewestFollowers,
            Long mostFollowers,
            BigDecimal lowestRate,
            BigDecimal highestRate,
            Instant observedSince) {

        public AccountQuery {
            platforms = List.copyOf(platforms);
            handleKeys = List.copyOf(handleKeys);
            sizes = List.copyOf(sizes);
        }

        /** Whether more is asked of the account than that one of the platforms, or one of the handles, occurs. */
        public boolean mustBeOne() {
            return (!platforms.isEmpty() && !handleKeys.isEmpty())
                    || limitsFollowers()
                    || lowestRate != null
                    || highestRate != null
                    || observedSince != null;
        }

        /** The fewest followers that a matching account can have. */
        public long lowestFollowers() {
            long bySize = sizes.stream().mapToLong(FollowerRange::fewest).min().orElse(0);
            return Math.max(bySize, fewestFollowers == null ? 0 : fewestFollowers);
        }

        /** The most followers that a matching account can have. */
        public long highestFollowers() {
            long bySize = sizes.stream().mapToLong(FollowerRange::most).max().orElse(Long.MAX_VALUE);
            return Math.min(bySize, mostFollowers == null ? Long.MAX_VALUE : mostFollowers);
        }

        /** Whether the number of followers matters; it must be known then. */
        public boolean limitsFollowers() {
            return !sizes.isEmpty() || fewestFollowers != null || mostFollowers != null;
        }
    }

    /** An inclusive range of followers. */
    public record FollowerRange(long fewest, long most) {}

    /**
     * What one accepted kind of engagement must have.
     *
     * @param highestFee in {@code currency}; who does not say a fee is not found
     */
    public record OfferQuery(List<EngagementType> types, BigDecimal highestFee, String currency) {

        public OfferQuery {
            types = List.copyOf(types);
        }
    }
}
