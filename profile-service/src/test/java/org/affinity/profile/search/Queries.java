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
                rarely(this::moment),
                rarely(() -> random.nextInt(4)),
                new CreatorSort(Population.one(List.of(CreatorSort.Key.values()), random), random.nextBoolean()));
    }

    /** Queries of one filter each: every filter, with a value that some have, and none at all but the topic. */
    public List<CreatorQuery> oneOfEachFilter() {
        Instant since = Population.FIRST_MOMENT.plusSeconds(3);
        return List.of(
                new Filter().query(),
                new Filter().text("lea").query(),
                new Filter()
                        .account(accounts(List.of(Platform.TIKTOK), List.of(), null, null))
                        .query(),
                new Filter()
                        .account(accounts(List.of(), tiers(Tier.NANO), null, null))
                        .query(),
                new Filter()
                        .account(accounts(List.of(), tiers(Tier.PROXIMITY, Tier.MEGA), null, null))
                        .query(),
                new Filter()
                        .account(accounts(List.of(), List.of(), 300L, 70_000L))
                        .query(),
                new Filter()
                        .account(accounts(List.of(), List.of(), 5_000L, null))
                        .query(),
                new Filter()
                        .account(rated(List.of(), List.of(), rate(2), rate(3)))
                        .query(),
                new Filter()
                        .account(rated(List.of(Platform.INSTAGRAM), tiers(Tier.MICRO), rate(2), null))
                        .query(),
                new Filter().account(observed(since)).query(),
                new Filter()
                        .offer(new OfferQuery(List.of(EngagementType.PAID), null, "EUR"))
                        .query(),
                new Filter()
                        .offer(new OfferQuery(List.of(), new BigDecimal("300"), "EUR"))
                        .query(),
                new Filter().countries("FR").query(),
                new Filter().countries("BE", "US").query(),
                new Filter().languages("en").query(),
                new Filter().languages("en-gb", "pt").query(),
                new Filter().topics("food").query(),
                new Filter().topics("it's", "back\\slash").query(),
                new Filter().everyTopic("chess", "food").query(),
                new Filter().states(CreatorStatus.ACTIVE).query(),
                new Filter().states(CreatorStatus.WITHDRAWN).query(),
                new Filter().adult(true).query(),
                new Filter().adult(false).query(),
                new Filter().updatedSince(since).query(),
                new Filter().fewestCollaborations(2).query());
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

    private static AccountQuery accounts(List<Platform> platforms, List<FollowerRange> sizes, Long from, Long to) {
        return new AccountQuery(platforms, List.of(), sizes, from, to, null, null, null);
    }

    private static AccountQuery rated(
            List<Platform> platforms, List<FollowerRange> sizes, BigDecimal lowest, BigDecimal highest) {
        return new AccountQuery(platforms, List.of(), sizes, null, null, lowest, highest, null);
    }

    private static AccountQuery observed(Instant since) {
        return new AccountQuery(List.of(), List.of(), List.of(), null, null, null, null, since);
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
                rarely(this::moment));
    }

    private Instant moment() {
        return Population.FIRST_MOMENT.plusSeconds(random.nextInt(6));
    }

    private <T> T rarely(Supplier<T> value) {
        return random.nextInt(8) == 0 ? value.get() : null;
    }

    private <T> List<T> rarelySome(List<T> values) {
        return random.nextInt(7) == 0 ? Population.some(values, random) : List.of();
    }

    /** One filter beside the topic that all members have; the last value of each call counts. */
    private final class Filter {

        private String text;
        private AccountQuery account = accounts(List.of(), List.of(), null, null);
        private OfferQuery offer = new OfferQuery(List.of(), null, "EUR");
        private List<String> countries = List.of();
        private List<String> languages = List.of();
        private List<String> topics = List.of();
        private List<String> everyTopic = List.of();
        private List<CreatorStatus> states = List.of();
        private Boolean adult;
        private Instant updatedSince;
        private Integer fewestCollaborations;

        Filter text(String value) {
            text = value;
            return this;
        }

        Filter account(AccountQuery value) {
            account = value;
            return this;
        }

        Filter offer(OfferQuery value) {
            offer = value;
            return this;
        }

        Filter countries(String... values) {
            countries = List.of(values);
            return this;
        }

        Filter languages(String... values) {
            languages = List.of(values);
            return this;
        }

        Filter topics(String... values) {
            topics = List.of(values);
            return this;
        }

        Filter everyTopic(String... values) {
            everyTopic = List.of(values);
            return this;
        }

        Filter states(CreatorStatus... values) {
            states = List.of(values);
            return this;
        }

        Filter adult(boolean value) {
            adult = value;
            return this;
        }

        Filter updatedSince(Instant value) {
            updatedSince = value;
            return this;
        }

        Filter fewestCollaborations(int value) {
            fewestCollaborations = value;
            return this;
        }

        CreatorQuery query() {
            return new CreatorQuery(
                    text,
                    account,
                    offer,
                    countries,
                    languages,
                    topics,
                    Stream.concat(Stream.of(topic), everyTopic.stream()).toList(),
                    states,
                    adult,
                    2007,
                    updatedSince,
                    fewestCollaborations,
                    CreatorSort.BY_AGE);
        }
    }
}
