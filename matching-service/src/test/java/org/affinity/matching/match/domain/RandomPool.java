package org.affinity.matching.match.domain;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;

/** Random candidates and briefs that are the same for the same seed. */
final class RandomPool {

    private static final List<String> TOPICS = List.of("cooking", "travel", "sport", "beauty", "gaming", "garden");
    private static final List<String> COUNTRIES = List.of("FR", "BE", "CA");
    private static final List<String> LANGUAGES = List.of("fr", "en", "nl");

    private final RandomGenerator random;

    RandomPool(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    List<Candidate> candidates(int count) {
        return IntStream.range(0, count).mapToObj(this::candidate).toList();
    }

    Brief brief() {
        BriefBuilder brief = BriefBuilder.brief()
                .objective(one(List.of(Aim.values())), one(List.of(Kpi.values())), "" + random.nextInt(1, 100_000))
                .engagementType(one(List.of(EngagementType.values())))
                .budget("" + random.nextInt(0, 20_000))
                .maxCreators(random.nextInt(1, 20));
        if (random.nextBoolean()) {
            brief.topics(one(TOPICS)).countries(one(COUNTRIES)).languages(one(LANGUAGES));
        }
        if (random.nextBoolean()) {
            brief.platforms(one(List.of(Platform.values()))).tiers(one(List.of(Tier.values())));
        }
        return brief.build();
    }

    private Candidate candidate(int number) {
        CandidateBuilder candidate = CandidateBuilder.candidate(number)
                .country(maybe(one(COUNTRIES)))
                .birthYear(maybe(random.nextInt(1960, 2015)))
                .completed(random.nextInt(4));
        if (random.nextInt(20) == 0) {
            candidate.withdrawn();
        }
        if (random.nextInt(3) == 0) {
            candidate.topics().languages();
        } else {
            candidate.topics(one(TOPICS)).languages(one(LANGUAGES));
        }
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            long followers = (long) Math.pow(10, random.nextDouble(0, 7));
            candidate.account(
                    one(List.of(Platform.values())),
                    maybe(followers),
                    maybe(random.nextDouble(0, 0.2)),
                    random.nextBoolean() ? null : (Long) (followers / 3));
        }
        for (EngagementType type : EngagementType.values()) {
            if (random.nextInt(3) == 0) {
                candidate.available(type, "" + random.nextInt(0, 3_000), random.nextInt(9) == 0 ? "USD" : "EUR");
            }
        }
        return candidate.build();
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T maybe(T value) {
        return random.nextInt(4) == 0 ? null : value;
    }
}
