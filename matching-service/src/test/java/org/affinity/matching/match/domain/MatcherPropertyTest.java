package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.Availability;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.RatedContent;
import org.affinity.matching.engine.domain.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Holds for any creators and briefs; the seed is the argument of the failing test. */
class MatcherPropertyTest {

    private static final int POOL = 300;
    private static final int K = 25;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldScoreExactlyTheSumOfTheContributions(long seed) {
        // Given
        RandomPool random = new RandomPool(seed);
        List<Candidate> pool = random.candidates(POOL);

        // When
        MatchResult result = ShippedData.match(random.brief(), pool, POOL);

        // Then
        List<Ranked> shown = new ArrayList<>(result.ranking());
        shown.addAll(result.panel());
        assertThat(shown)
                .allSatisfy(ranked -> assertThat(ranked.contributions().stream()
                                .mapToInt(Contribution::points)
                                .sum())
                        .isEqualTo(ranked.points()));
        assertThat(shown)
                .allSatisfy(ranked -> assertThat(ranked.contributions().stream()
                                .map(part -> BigDecimal.valueOf(part.contribution()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(BigDecimal.valueOf(ranked.score())));
        assertThat(shown)
                .allSatisfy(ranked -> assertThat(ranked.score()).isBetween(ranked.lowScore(), ranked.highScore()));
        assertThat(shown)
                .allSatisfy(ranked -> assertThat(Stream.concat(
                                ranked.contributions().stream().map(Contribution::signal),
                                result.notAsked().keySet().stream()))
                        .containsExactlyInAnyOrder(Signal.values()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldPriceAWantedPieceUnlessACheaperOneBringsAsMuch(long seed) {
        // Given
        RandomPool random = new RandomPool(seed);
        List<Candidate> pool = random.candidates(POOL);
        Brief brief = random.brief();

        // When
        MatchResult result = ShippedData.match(brief, pool, POOL);

        // Then
        for (Ranked ranked : result.ranking()) {
            Offer offer = ranked.offer();
            List<RatedContent> wanted = offer.candidate().rateCard().stream()
                    .filter(piece -> piece.platform().equals(offer.account().platform()))
                    .filter(piece -> Brief.anyOrContains(brief.conditions().formats(), piece.format()))
                    .filter(piece ->
                            cost(piece, brief).currency().equals(brief.budget().currency()))
                    .toList();
            boolean isFeeStated = offer.candidate()
                    .availabilityFor(EngagementType.PAID)
                    .map(Availability::fee)
                    .isPresent();
            boolean isRated = brief.engagementType() == EngagementType.PAID && !isFeeStated && !wanted.isEmpty();
            RatedContent chosen = offer.price().piece();
            if (!isRated) {
                assertThat(chosen).isNull();
                continue;
            }
            assertThat(wanted).contains(chosen);
            assertThat(offer.price().money()).isEqualTo(cost(chosen, brief));
            assertThat(offer.expectation().format()).isEqualTo(chosen.format());
            assertThat(wanted)
                    .filteredOn(other -> ofAPost(other) >= ofAPost(chosen))
                    .extracting(other -> other.costOfOne().amount())
                    .allSatisfy(cost -> assertThat(cost)
                            .isGreaterThanOrEqualTo(chosen.costOfOne().amount()));
            assertThat(wanted)
                    .filteredOn(other -> ofAPost(other) > ofAPost(chosen))
                    .extracting(other -> cost(other, brief))
                    .doesNotContain(cost(chosen, brief));
        }
    }

    /** What one piece costs; nothing in the currency of the budget. */
    private static Money cost(RatedContent piece, Brief brief) {
        Money cost = piece.costOfOne();
        return cost.amount().signum() == 0 ? Money.zero(brief.budget().currency()) : cost;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldShowTheRowOfTheCreatorThatScoresMost(long seed) {
        // Given
        RandomPool random = new RandomPool(seed);
        List<Candidate> pool = random.candidates(POOL);
        Brief brief = random.brief();

        // When
        MatchResult result = ShippedData.match(brief, pool, POOL);

        // Then
        BriefPlan plan = ShippedData.PLANS.of(brief, Map.of(), ShippedData.AS_OF);
        for (Ranked ranked : result.ranking()) {
            List<Row> rows =
                    ShippedData.ENCODER.encode(ranked.offer().candidate()).rows();
            assertThat(rows)
                    .filteredOn(row -> plan.passed(row) == plan.rules().size())
                    .extracting(plan::points)
                    .isNotEmpty()
                    .allSatisfy(points -> assertThat(points).isLessThanOrEqualTo(ranked.points()));
        }
    }

    private static double ofAPost(RatedContent piece) {
        return ShippedData.BENCHMARKS
                .piece(piece.platform(), piece.format())
                .ratio()
                .impressions();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldGiveTheSameTopKAsSortingEveryCreator(long seed) {
        // Given
        RandomPool random = new RandomPool(seed);
        List<Candidate> pool = random.candidates(POOL);
        Brief brief = random.brief();

        // When
        MatchResult result = ShippedData.match(brief, pool, K);

        // Then
        BriefPlan plan = ShippedData.PLANS.of(brief, Map.of(), ShippedData.AS_OF);
        List<Scored> all = pool.stream()
                .map(candidate -> ShippedData.ELIGIBILITY.of(candidate, plan))
                .filter(Verdict.Eligible.class::isInstance)
                .map(verdict -> ((Verdict.Eligible) verdict).scored())
                .sorted(Comparator.comparingInt(Scored::points)
                        .reversed()
                        .thenComparing(scored -> scored.creatorId().toString()))
                .limit(K)
                .toList();
        assertThat(result.ranking())
                .extracting(ranked -> ranked.offer().candidate(), Ranked::points)
                .isEqualTo(all.stream()
                        .map(scored -> tuple(scored.candidate(), scored.points()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldCountEveryCreatorOnce(long seed) {
        // Given
        RandomPool random = new RandomPool(seed);
        List<Candidate> pool = random.candidates(POOL);

        // When
        MatchResult result = ShippedData.match(random.brief(), pool, K);

        // Then
        int rejected =
                result.rejected().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(result.eligibleCount() + rejected).isEqualTo(POOL);
        assertThat(List.copyOf(result.rejected().keySet())).isSorted();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldNeverExceedBudgetOrPlaces(long seed) {
        // Given
        RandomPool random = new RandomPool(seed);
        List<Candidate> pool = random.candidates(POOL);
        Brief brief = random.brief();

        // When
        MatchResult result = ShippedData.match(brief, pool, K);

        // Then
        Money sum = result.panel().stream()
                .map(ranked -> ranked.offer().price().money())
                .reduce(Money.zero(brief.budget().currency()), Money::plus);
        assertThat(result.plan().cost()).isEqualTo(sum);
        assertThat(sum.exceeds(brief.budget())).isFalse();
        assertThat(result.panel()).hasSizeLessThanOrEqualTo(brief.maxCreators());
        assertThat(result.panel())
                .extracting(ranked -> ranked.offer().candidate().creatorId())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldNeverExceedTheBudgetByFractionsOfACent(long seed) {
        // Given
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Map<UUID, BigDecimal> fees = new HashMap<>();
        List<Candidate> pool = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            BigDecimal fee = BigDecimal.valueOf(random.nextLong(1, 1_000), 3);
            fees.put(CandidateBuilder.id(i), fee);
            pool.add(CandidateBuilder.candidate(i)
                    .available(EngagementType.PAID, fee.toPlainString(), "EUR")
                    .build());
        }
        BigDecimal budget = BigDecimal.valueOf(random.nextLong(1_000, 9_000), 3);
        Brief brief = BriefBuilder.brief()
                .budget(budget.toPlainString())
                .maxCreators(30)
                .build();

        // When
        MatchResult result = ShippedData.match(brief, pool, K);

        // Then
        BigDecimal cost = result.panel().stream()
                .map(ranked -> fees.get(ranked.offer().candidate().creatorId()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(result.panel()).isNotEmpty();
        assertThat(cost).isLessThanOrEqualTo(budget);
        assertThat(result.plan().cost().amount()).isEqualByComparingTo(cost);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldProposeNobodyWithAScoreBelowZero(long seed) {
        // Given
        RandomPool random = new RandomPool(seed);
        List<Candidate> pool = random.candidates(POOL);
        Brief brief = random.brief();

        // When
        MatchResult result = ShippedData.match(brief, pool, K);

        // Then
        assertThat(result.panel()).allMatch(ranked -> ranked.score() >= 0);
    }

    @Test
    void shouldRatherLeaveBudgetThanProposeWhoDoesNotFit() {
        // Given
        Candidate fits = CandidateBuilder.candidate(1).topics("cooking").build();
        Candidate doesNot = CandidateBuilder.candidate(2).topics("cars").build();
        Brief brief = BriefBuilder.brief().topics("cooking").build();

        // When
        MatchResult result = ShippedData.match(brief, List.of(fits, doesNot), K);

        // Then
        assertThat(result.ranking()).hasSize(2);
        assertThat(result.ranking().getLast().score()).isNegative();
        assertThat(result.panel())
                .extracting(ranked -> ranked.offer().candidate())
                .containsExactly(fits);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldNotDependOnTheOrderOfTheCreators(long seed) {
        // Given
        RandomPool random = new RandomPool(seed);
        List<Candidate> pool = random.candidates(POOL);
        Brief brief = random.brief();
        List<Candidate> shuffled = new ArrayList<>(pool);
        Collections.shuffle(shuffled, new Random(seed));

        // When
        MatchResult result = ShippedData.match(brief, pool, K);
        MatchResult again = ShippedData.match(brief, shuffled, K);

        // Then
        assertThat(again).isEqualTo(result);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldNeverPutAHandfulOfFollowersFirst(long seed) {
        // Given
        RandomPool random = new RandomPool(seed);
        List<Candidate> pool = new ArrayList<>(random.candidates(POOL));
        Candidate artefact = CandidateBuilder.candidate(POOL)
                .account(Platform.INSTAGRAM, 28L, 1.0)
                .build();
        pool.add(artefact);
        for (int i = 1; i <= 10; i++) {
            pool.add(CandidateBuilder.candidate(POOL + i)
                    .account(Platform.INSTAGRAM, 20_000L + i, 0.05)
                    .build());
        }
        Brief brief = BriefBuilder.brief().topics("cooking").countries("FR").build();

        // When
        MatchResult result = ShippedData.match(brief, pool, 10);

        // Then
        assertThat(result.ranking())
                .extracting(ranked -> ranked.offer().candidate().creatorId())
                .doesNotContain(artefact.creatorId());
    }

    @Test
    void shouldBreakTiesByTheSmallerId() {
        // Given
        List<Candidate> equals = LongStream.of(5, -1, 3, 9, 1)
                .mapToObj(number -> CandidateBuilder.candidate(number).build())
                .toList();

        // When
        MatchResult result = ShippedData.match(BriefBuilder.brief().build(), equals, 5);

        // Then
        assertThat(result.ranking())
                .extracting(ranked -> ranked.offer().candidate().creatorId())
                .containsExactly(
                        CandidateBuilder.id(1),
                        CandidateBuilder.id(3),
                        CandidateBuilder.id(5),
                        CandidateBuilder.id(9),
                        CandidateBuilder.id(-1));
    }
}
