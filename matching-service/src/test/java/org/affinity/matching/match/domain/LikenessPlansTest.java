package org.affinity.matching.match.domain;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.engine.domain.Hit;
import org.affinity.matching.lookalike.domain.Filters;
import org.affinity.matching.lookalike.domain.Profile;
import org.affinity.matching.lookalike.domain.Search;
import org.affinity.matching.lookalike.domain.Similarity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class LikenessPlansTest {

    private static final int POOL = 300;
    private static final LocalDate TODAY = LocalDate.ofInstant(ShippedData.AS_OF, ZoneOffset.UTC);
    private static final List<Filters> FILTERS = List.of(
            new Filters(Set.of(), Set.of(), Set.of(), Set.of(), null),
            new Filters(
                    Set.of(Platform.INSTAGRAM, new Platform("ADDED_LATER")), Set.of(), Set.of("FR"), Set.of(), null),
            new Filters(Set.of(), Set.of(Tier.NANO, Tier.MICRO), Set.of(), Set.of("fr"), EngagementType.PAID));

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    private static Stream<Profile> profiles(Collection<Candidate> candidates) {
        return candidates.stream().flatMap(candidate -> profile(candidate).stream());
    }

    private static Optional<Profile> profile(Candidate candidate) {
        return ShippedData.MATCHER
                .desk()
                .largestAccount(candidate)
                .map(expected -> Profile.of(candidate, expected, ShippedData.CATEGORIES));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldNameEverybodyWhoPassesAndPromiseNobodyTooLittle(long seed) {
        // Given
        List<Candidate> pool = new RandomPool(seed).candidates(POOL);
        List<Profile> compared = profiles(pool)
                .filter(profile -> profile.candidate().active())
                .limit(1 + seed % 4)
                .toList();
        Set<UUID> comparedIds = compared.stream()
                .map(profile -> profile.candidate().creatorId())
                .collect(Collectors.toSet());

        for (Filters filters : FILTERS) {
            Search search = new Search(compared, filters, TODAY, 10);
            List<Similarity> exact = profiles(pool)
                    .filter(profile -> profile.candidate().active())
                    .filter(profile -> profile.candidate().mayTakePart(TODAY, TODAY))
                    .filter(profile -> !comparedIds.contains(profile.candidate().creatorId()))
                    .filter(filters::pass)
                    .map(profile -> Similarity.of(profile, compared))
                    .sorted(Similarity.MOST_ALIKE_FIRST)
                    .toList();

            // When
            List<Hit> hits =
                    ShippedData.pool(pool).engine().search(search.plan(POOL)).hits();
            profiles(pool).forEach(profile -> search.look(List.of(profile)));

            // Then
            Map<UUID, Hit> byId = hits.stream().collect(Collectors.toMap(Hit::id, Function.identity()));
            for (Similarity similarity : exact) {
                Hit hit = byId.get(similarity.profile().candidate().creatorId());
                assertThat(hit).as("%s", similarity.profile()).isNotNull();
                assertThat(search.atMost(hit.points())).isGreaterThanOrEqualTo(similarity.millionths());
            }
            assertThat(search.best()).isEqualTo(exact.subList(0, Math.min(10, exact.size())));
        }
    }
}
