package org.affinity.profile.search;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
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
