package org.affinity.profile.search;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.affinity.profile.creator.domain.CreatorStatus;
import org.affinity.profile.creator.domain.EngagementType;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.domain.Tier;
import org.affinity.profile.search.Population.Member;
import org.affinity.profile.search.domain.CreatorQuery;
import org.affinity.profile.search.domain.CreatorQuery.AccountQuery;
import org.affinity.profile.search.domain.CreatorQuery.FollowerRange;
import org.affinity.profile.search.domain.CreatorQuery.OfferQuery;
import org.affinity.profile.search.domain.CreatorSort;

/** Random queries for the members of one topic; most have one to three filters, so that most find somebody. */
public final class Queries {

    private static final List<String> TEXTS = List.of(
            "lea", "LÉA zo", "le", "a", "creme", "oeuv", "strasse", "lukasz an", "4", "42", "été", "nobody", "l'");

    private final RandomGenerator random;
    private final String topic;
    private final List<Member> members;

    public Queries(RandomGenerator random, String topic, List<Member> members) {
        this.random = random;
        this.topic = topic;
        this.members = members;
    }

    /** The next query. */
    public CreatorQuery next() {
        return new CreatorQuery(
                rarely(() -> Population.one(TEXTS, random)),
                account(),
                new OfferQuery(
                        rarelySome(List.of(EngagementType.values())),
                        rarely(() -> new BigDecimal(random.nextInt(1, 6) * 100)),
                        Population.one(List.of("EUR", "USD"), random)),
                rarelySome(Population.COUNTRIES),
                rarelySome(List.of("fr", "en", "en-gb", "pt")),
                rarelySome(Population.TOPICS),
                random.nextInt(6) == 0 ? List.of(topic, Population.one(Population.TOPICS, random)) : List.of(topic),
                rarelySome(List.of(CreatorStatus.values())),
                rarely(random::nextBoolean),
                2007,
                rarely(() -> Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(6))),
                rarely(() -> random.nextInt(4)),
                new CreatorSort(Population.one(List.of(CreatorSort.Key.values()), random), random.nextBoolean()));
    }

    /** Queries of one filter each: every filter, with a value that some have, and none at all but the topic. */
    public List<CreatorQuery> oneOfEachFilter() {
        var any = accounts(List.of(), List.of(), List.of(), null, null, null, null);
        return List.of(
                with(null, any, none()),
                with("lea", any, none()),
                with(null, accounts(List.of(Platform.TIKTOK), List.of(), List.of(), null, null, null, null), none()),
                with(null, accounts(List.of(), tiers(Tier.NANO), List.of(), null, null, null, null), none()),
                with(
                        null,
                        accounts(List.of(), tiers(Tier.PROXIMITY, Tier.MEGA), List.of(), null, null, null, null),
                        none()),
                with(null, accounts(List.of(), List.of(), List.of(), 300L, 70_000L, null, null), none()),
                with(null, accounts(List.of(), List.of(), List.of(), 5_000L, null, null, null), none()),
                with(null, accounts(List.of(), List.of(), List.of(), null, null, rate(2), rate(3)), none()),
                with(
                        null,
                        accounts(List.of(Platform.INSTAGRAM), tiers(Tier.MICRO), List.of(), null, null, rate(2), null),
                        none()),
                with(null, any, new OfferQuery(List.of(EngagementType.PAID), null, "EUR")),
                with(null, any, new OfferQuery(List.of(), new BigDecimal("300"), "EUR")));
    }

    /** The same query in another order. */
    public static CreatorQuery inOrder(CreatorQuery query, CreatorSort sort) {
        return new CreatorQuery(
                query.text(),
                query.account(),
                query.offer(),
                query.countries(),
                query.languages(),
                query.topics(),
                query.everyTopic(),
                query.states(),
                query.adult(),
                query.lastAdultYear(),
                query.updatedSince(),
                query.fewestCollaborations(),
                sort);
    }

    private CreatorQuery with(String text, AccountQuery account, OfferQuery offer) {
        return new CreatorQuery(
                text,
                account,
                offer,
                List.of(),
                List.of(),
                List.of(),
                List.of(topic),
                List.of(),
                null,
                2007,
                null,
                null,
                CreatorSort.BY_AGE);
    }

    private static OfferQuery none() {
        return new OfferQuery(List.of(), null, "EUR");
    }

    private static AccountQuery accounts(
            List<Platform> platforms,
            List<FollowerRange> sizes,
            List<String> handles,
            Long from,
            Long to,
            BigDecimal lowestRate,
            BigDecimal highestRate) {
        return new AccountQuery(platforms, handles, sizes, from, to, lowestRate, highestRate, null);
    }

    private static List<FollowerRange> tiers(Tier... tiers) {
        return Stream.of(tiers)
                .map(tier -> new FollowerRange(tier.fewestFollowers(), tier.mostFollowers()))
                .toList();
    }

    private static BigDecimal rate(int hundredths) {
        return new BigDecimal(hundredths).movePointLeft(2);
    }

    private AccountQuery account() {
        Member member = Population.one(members, random);
        return new AccountQuery(
                rarelySome(List.of(Platform.INSTAGRAM, Platform.TIKTOK, Platform.PODCAST)),
                random.nextInt(10) == 0
                        ? List.of(member.accounts().getFirst().handle().toLowerCase(Locale.ROOT))
                        : List.of(),
                rarelySome(List.of(Tier.values())).stream()
                        .map(tier -> new FollowerRange(tier.fewestFollowers(), tier.mostFollowers()))
                        .toList(),
                rarely(() -> (long) Math.pow(10, random.nextInt(8))),
                rarely(() -> (long) Math.pow(10, random.nextInt(8))),
                rarely(() -> new BigDecimal(random.nextInt(1, 6)).movePointLeft(2)),
                rarely(() -> new BigDecimal(random.nextInt(1, 6)).movePointLeft(2)),
                null);
    }

    private <T> T rarely(Supplier<T> value) {
        return random.nextInt(8) == 0 ? value.get() : null;
    }

    private <T> List<T> rarelySome(List<T> values) {
        return random.nextInt(7) == 0 ? Population.some(values, random) : List.of();
    }
}
