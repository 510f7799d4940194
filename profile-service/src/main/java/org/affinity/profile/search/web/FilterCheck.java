package org.affinity.profile.search.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;
import org.affinity.profile.creator.domain.Handle;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.domain.Platforms;
import org.affinity.profile.creator.domain.Topics;
import org.affinity.profile.search.domain.CreatorQuery;
import org.affinity.profile.search.domain.CreatorQuery.AccountQuery;
import org.affinity.profile.search.domain.CreatorQuery.FollowerRange;
import org.affinity.profile.search.domain.CreatorQuery.OfferQuery;
import org.affinity.profile.search.domain.CreatorSort;
import org.affinity.profile.tier.domain.TierScheme;
import org.affinity.profile.tier.domain.TierSchemes;

/** Turns query parameters into a query, and refuses those that make none. */
final class FilterCheck {

    private static final int MAX_VALUES = 20;
    private static final int AGE_OF_MAJORITY = 18;

    private final int currentYear;
    private final Platforms platforms;
    private final List<FieldError> errors = new ArrayList<>();

    FilterCheck(int currentYear, Platforms platforms) {
        this.platforms = platforms;
        this.currentYear = currentYear;
    }

    /**
     * The query that the parameters describe.
     *
     * @throws DomainException 400 with every broken rule
     */
    CreatorQuery queryOf(CreatorFilters given) {
        TierScheme scheme = TierSchemes.named(given.tierScheme);
        var account = new AccountQuery(
                platforms(given.platform),
                values("handle", given.handle).stream()
                        .map(handle -> new Handle(handle).key())
                        .toList(),
                values("tier", given.tier).stream()
                        .map(tier -> TierSchemes.band(scheme, tier))
                        .map(band -> new FollowerRange(band.fewestFollowers(), band.highest()))
                        .toList(),
                given.followersFrom,
                given.followersTo,
                given.engagementRateFrom,
                given.engagementRateTo,
                instant("observedSince", given.observedSince));
        requireOrder("followersTo", given.followersFrom, given.followersTo);
        requireOrder("engagementRateTo", given.engagementRateFrom, given.engagementRateTo);
        var query = new CreatorQuery(
                given.q,
                account,
                new OfferQuery(values("engagementType", given.engagementType), given.maxFee, given.feeCurrency),
                values("country", given.country),
                values("language", given.language).stream()
                        .map(tag -> tag.toLowerCase(Locale.ROOT))
                        .toList(),
                Topics.canonical(topics("topic", given.topic)),
                Topics.canonical(topics("everyTopic", given.everyTopic)),
                values("state", given.state),
                given.adult,
                currentYear - AGE_OF_MAJORITY - 1,
                instant("updatedSince", given.updatedSince),
                given.completedCollaborationsFrom,
                CreatorSort.parse(given.sort));
        if (!errors.isEmpty()) {
            FieldError first = errors.getFirst();
            throw new DomainException(
                    CommonProblem.INVALID_PARAMETER, first.parameter() + " " + first.detail(), errors);
        }
        return query;
    }

    private List<Platform> platforms(List<Platform> given) {
        List<Platform> named = values("platform", given);
        if (named.stream().anyMatch(platform -> platforms.find(platform).isEmpty())) {
            refuse("platform", "oneOf", "must be one of the platforms of /v1/platforms");
        }
        return named;
    }

    private <T> List<T> values(String name, List<T> values) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > MAX_VALUES) {
            refuse(name, "maxItems", "must be given at most " + MAX_VALUES + " times");
        }
        return values;
    }

    private Collection<String> topics(String name, List<String> values) {
        List<String> topics = values(name, values);
        if (topics.stream().anyMatch(String::isBlank)) {
            refuse(name, "notBlank", "must not be blank");
        }
        return topics;
    }

    private Instant instant(String name, String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException noSuchTime) {
            refuse(name, "time", "must be a time such as 2026-01-15T08:00:00Z");
            return null;
        }
    }

    private <T extends Comparable<T>> void requireOrder(String name, T from, T to) {
        if (from != null && to != null && from.compareTo(to) > 0) {
            refuse(name, "range", "must not be below the " + name.replace("To", "From"));
        }
    }

    private void refuse(String name, String rule, String detail) {
        errors.add(FieldError.ofParameter(name, rule, detail));
    }
}
