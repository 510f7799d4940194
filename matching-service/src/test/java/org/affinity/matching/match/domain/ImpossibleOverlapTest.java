package org.affinity.matching.match.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ImpossibleOverlapTest {

    private static final Map<UUID, Double> AUDIENCES = Map.of(id(1), 1_000.0, id(2), 800.0, id(3), 500.0);

    private static UUID id(long number) {
        return CandidateBuilder.id(number);
    }

    private static KnownOverlap overlap(long one, long other, double people) {
        return new KnownOverlap(id(one), id(other), people);
    }

    @ParameterizedTest
    @CsvSource({"801, true", "802, false"})
    void shouldHaveNoMoreInCommonThanTheSmallerAudience(double people, boolean isPossible) {
        // When
        Optional<ImpossibleOverlap> found = ImpossibleOverlap.among(List.of(overlap(1, 2, people)), AUDIENCES::get);

        // Then
        assertThat(found.isEmpty()).isEqualTo(isPossible);
        assertThat(found.map(ImpossibleOverlap::detail).orElse("must be at most 800, "))
                .startsWith("must be at most 800, ");
    }

    /** Of the 1,000 people of the first, 700 and 400 are shared: 100 of them by all three. */
    @ParameterizedTest
    @CsvSource({"98.5, true", "98, false", "300, true"})
    void shouldShareWhatDoesNotFitIntoTheAudienceOfTheThird(double people, boolean isPossible) {
        // Given
        List<KnownOverlap> overlaps = List.of(overlap(1, 2, 700), overlap(3, 1, 400), overlap(2, 3, people));

        // When
        Optional<ImpossibleOverlap> found = ImpossibleOverlap.among(overlaps, AUDIENCES::get);

        // Then
        assertThat(found)
                .isEqualTo(
                        isPossible
                                ? Optional.empty()
                                : Optional.of(new ImpossibleOverlap(
                                        2,
                                        "fitsOthers",
                                        "must be at least 100, as creator " + id(1) + " is stated to share 700 and 400"
                                                + " people with the two and reaches at most 1000; correct or leave out"
                                                + " one of the three overlaps")));
    }

    @Test
    void shouldFindNothingWrongWithOverlapsOfRealAudiences() {
        // Given
        Random random = new Random(20261123);
        for (int run = 0; run < 200; run++) {
            int creators = 2 + random.nextInt(7);
            List<List<Integer>> people = IntStream.range(0, creators)
                    .mapToObj(_ -> random.ints(random.nextInt(60), 0, 80)
                            .distinct()
                            .boxed()
                            .toList())
                    .toList();
            List<KnownOverlap> overlaps = new ArrayList<>();
            for (int one = 0; one < creators; one++) {
                for (int other = one + 1; other < creators; other++) {
                    if (random.nextInt(4) > 0) {
                        overlaps.add(overlap(one, other, (double) people.get(one).stream()
                                .filter(people.get(other)::contains)
                                .count()));
                    }
                }
            }
            Map<UUID, Double> sizes = new HashMap<>();
            IntStream.range(0, creators)
                    .forEach(number ->
                            sizes.put(id(number), (double) people.get(number).size()));

            // When
            Optional<ImpossibleOverlap> found = ImpossibleOverlap.among(overlaps, sizes::get);

            // Then
            assertThat(found).as("run %d", run).isEmpty();
        }
    }
}
