package org.affinity.matching.lookalike.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;

/**
 * Who may be named; what is empty or null does not matter. What is not known of a creator does not pass.
 *
 * @param engagementType which the creator has to offer
 */
public record Filters(
        Set<Platform> platforms,
        Set<Tier> tiers,
        Set<String> countries,
        Set<String> languages,
        EngagementType engagementType) {

    public boolean pass(Profile profile) {
        return anyOrHas(platforms, profile.expected().platform())
                && anyOrHas(tiers, profile.expected().tier())
                && anyOrHas(countries, profile.candidate().country())
                && (languages.isEmpty()
                        || !Collections.disjoint(languages, profile.candidate().languages()))
                && (engagementType == null
                        || profile.candidate().availabilityFor(engagementType).isPresent());
    }

    private static <T> boolean anyOrHas(Collection<T> wanted, T value) {
        return wanted.isEmpty() || (value != null && wanted.contains(value));
    }
}
