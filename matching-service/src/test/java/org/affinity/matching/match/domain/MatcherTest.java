package org.affinity.matching.match.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.affinity.matching.candidate.domain.Candidate;
import org.junit.jupiter.api.Test;

import static org.affinity.matching.match.domain.BriefBuilder.brief;
import static org.affinity.matching.match.domain.CandidateBuilder.candidate;
import static org.assertj.core.api.Assertions.assertThat;

class MatcherTest {

    private static final Brief COOKS_IN_FRANCE =
            brief().countries("FR").topics("cooking").build();

    private final List<Candidate> found = IntStream.rangeClosed(1, 50)
            .mapToObj(number -> candidate(number).build())
            .toList();
    private final Map<UUID, Candidate> known =
            new HashMap<>(found.stream().collect(Collectors.toMap(Candidate::creatorId, creator -> creator)));
    private CandidatePool pool = new CandidatePool(ShippedData.pool(found).engine(), _ -> known, () -> true);

    @Test
    void shouldShowWhoChangedAfterTheSearchAsTheyAreNow() {
        // Given: one left France, one is not a cook any more, one is gone
        tellAnew(candidate(1).version(2).country("DE"));
        tellAnew(candidate(2).version(2).topics("cars"));
        known.remove(CandidateBuilder.id(3));

        // When
        MatchResult result = match(ShippedData.MATCHER, 50);

        // Then
        assertThat(result.ranking())
                .extracting(ranked -> ranked.offer().candidate().creatorId())
                .hasSize(48)
                .doesNotContain(CandidateBuilder.id(1), CandidateBuilder.id(3))
                .endsWith(CandidateBuilder.id(2));
        assertThat(result.ranking().getLast().score())
                .isLessThan(result.ranking().getFirst().score());
        assertThat(result.ranking())
                .allSatisfy(ranked -> assertThat(ranked.contributions().stream()
                                .mapToInt(Contribution::points)
                                .sum())
                        .isEqualTo(ranked.points()));
    }

    @Test
    void shouldTakeOverWhatWasFoundOfThoseWhoDidNotChange() {
        // Given
        AtomicInteger encoded = new AtomicInteger();
        RowMemory counting = (creator, encode) -> {
            encoded.incrementAndGet();
            return encode.apply(creator);
        };
        Matcher matcher = new Matcher(
                ShippedData.MODEL,
                ShippedData.BENCHMARKS,
                ShippedData.PRICES,
                ShippedData.MECHANICS,
                ShippedData.PLANS,
                ShippedData.ENCODER,
                counting,
                ShippedData.CATEGORIES,
                ShippedData.PANELS,
                Stopwatch.NONE);

        // When
        MatchResult result = match(matcher, 5);

        // Then: only those who are shown are read again, to explain them
        assertThat(result.pool().candidates()).hasSize(50);
        assertThat(encoded).hasValue(result.ranking().size() + result.panel().size());
    }

    @Test
    void shouldScoreAgainWhatAnotherReleaseMayHaveEncoded() {
        // Given: an index that takes some for no cooks, at the same versions
        List<Candidate> otherwise = IntStream.rangeClosed(1, 50)
                .mapToObj(number -> candidate(number)
                        .topics(number % 3 == 0 ? "cars" : "cooking")
                        .build())
                .toList();
        pool = new CandidatePool(ShippedData.pool(otherwise).engine(), _ -> known, () -> false);

        // When
        MatchResult result = match(ShippedData.MATCHER, 50);

        // Then
        assertThat(result.ranking())
                .usingRecursiveComparison()
                .isEqualTo(ShippedData.match(COOKS_IN_FRANCE, found, 50).ranking());
    }

    private void tellAnew(CandidateBuilder creator) {
        Candidate now = creator.build();
        known.put(now.creatorId(), now);
    }

    private MatchResult match(Matcher matcher, int length) {
        return matcher.match(
                COOKS_IN_FRANCE, PanelOptions.NONE, Map.of(), pool, ShippedData.AS_OF, RankingOptions.best(length));
    }
}
