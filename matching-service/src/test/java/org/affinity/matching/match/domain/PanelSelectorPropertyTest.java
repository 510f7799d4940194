package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds for any options; the seed is the argument of the failing test. */
class PanelSelectorPropertyTest {

    private static final PanelSelector SELECTOR = new PanelSelector(ShippedData.MODEL.panelExponents());

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldKeepTheLimitsAndComeNearTheBest(long seed) {
        // Given
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<PanelOption> options = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            options.add(option(i, random.nextDouble(0, 1_000), random.nextInt(4) == 0 ? 0 : random.nextInt(1, 500)));
        }
        BigDecimal budget = BigDecimal.valueOf(random.nextInt(0, 1_500));
        int places = random.nextInt(1, 8);

        // When
        List<Scored> panel = SELECTOR.select(options, budget, places);

        // Then
        List<PanelOption> chosen = options.stream()
                .filter(option -> panel.contains(option.scored()))
                .toList();
        assertThat(panel).hasSize(chosen.size()).hasSizeLessThanOrEqualTo(places);
        assertThat(chosen.stream().map(PanelOption::cost).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isLessThanOrEqualTo(budget);
        double value = chosen.stream().mapToDouble(PanelOption::value).sum();
        assertThat(value).isGreaterThanOrEqualTo(0.75 * best(options, budget, places));
    }

    @Test
    void shouldSpendOnOneGreatCreatorWhenPlacesAreScarce() {
        // Given
        List<PanelOption> options = List.of(option(1, 10, 1), option(2, 500, 400));

        // When
        List<Scored> panel = SELECTOR.select(options, BigDecimal.valueOf(400), 1);

        // Then
        assertThat(panel).containsExactly(options.get(1).scored());
    }

    @Test
    void shouldBeEmptyWhenNobodyIsWorthAnything() {
        // Given
        List<PanelOption> options = List.of(option(1, 0, 0));

        // When
        List<Scored> panel = SELECTOR.select(options, BigDecimal.TEN, 3);

        // Then
        assertThat(panel).isEmpty();
    }

    private static double best(List<PanelOption> options, BigDecimal budget, int places) {
        double best = 0;
        for (int set = 0; set < 1 << options.size(); set++) {
            double value = 0;
            BigDecimal cost = BigDecimal.ZERO;
            for (int i = 0; i < options.size(); i++) {
                if ((set >> i & 1) == 1) {
                    value += options.get(i).value();
                    cost = cost.add(options.get(i).cost());
                }
            }
            if (Integer.bitCount(set) <= places && cost.compareTo(budget) <= 0) {
                best = Math.max(best, value);
            }
        }
        return best;
    }

    private static PanelOption option(int number, double value, int cost) {
        Candidate candidate = CandidateBuilder.candidate(number).build();
        Price price = new Price(new Money(BigDecimal.valueOf(cost), "EUR"), PriceSource.DECLARED);
        Expectation expectation =
                ShippedData.EXPECTATIONS.of(candidate.accounts().getFirst());
        Offer offer = new Offer(candidate, candidate.accounts().getFirst(), Tier.NANO, price, expectation);
        return new PanelOption(new Scored(offer, 0), value, BigDecimal.valueOf(cost));
    }
}
