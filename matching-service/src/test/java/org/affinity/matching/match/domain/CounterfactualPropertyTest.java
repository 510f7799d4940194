package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.affinity.matching.candidate.domain.BrandRelation;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.engine.domain.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.affinity.matching.match.domain.BriefBuilder.brief;
import static org.affinity.matching.match.domain.CandidateBuilder.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CounterfactualPropertyTest {

    private static final int POOL = 60;
    private static final int TOP = 5;
    private static final BriefReview.Desk DESK = ShippedData.MATCHER.desk();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 12);
    }

    private static Optional<Integer> rank(List<Candidate> pool, Candidate changed, Brief brief) {
        List<Candidate> others = new ArrayList<>(pool);
        others.removeIf(candidate -> candidate.creatorId().equals(changed.creatorId()));
        others.add(changed);
        return ShippedData.match(brief, others, TOP).ranking().stream()
                .filter(ranked -> ranked.offer().candidate().creatorId().equals(changed.creatorId()))
                .map(Ranked::rank)
                .findFirst();
    }

    /** The lever of a counterfactual and the step that it stands for. */
    private static Candidate applied(BriefReview review, Candidate asked, Counterfactual change, int stepsLess) {
        Lever lever = review.levers(asked).stream()
                .filter(each -> each.name().equals(change.lever()) && text(each, change) > 0)
                .findFirst()
                .orElseThrow();
        int step = text(lever, change) - stepsLess;
        return step == 0 ? asked : lever.changed().apply(step);
    }

    private static int text(Lever lever, Counterfactual change) {
        IntFunction<String> texts = lever.text();
        for (int step = 1; step <= lever.steps(); step++) {
            if (texts.apply(step).equals(change.text())) {
                return step;
            }
        }
        return 0;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldNameTheSmallestChangeThatReallyChangesTheRank(long seed) {
        // Given
        RandomPool random = new RandomPool(seed);
        List<Candidate> pool = random.candidates(POOL);
        CandidatePool all = ShippedData.pool(pool);
        Brief brief = random.brief();
        BriefReview review = DESK.review(brief, Map.of(), ShippedData.AS_OF);

        for (Candidate asked : pool.subList(0, 8)) {
            // When
            BriefReview.Standing standing = review.standing(asked, all, TOP);

            // Then
            for (Counterfactual change : standing.counterfactuals()) {
                assertThat(rank(pool, applied(review, asked, change, 0), brief))
                        .as(change.text())
                        .contains(change.rank());
                assertThat(rank(pool, applied(review, asked, change, 1), brief))
                        .as("one step less than " + change.text())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldPassOverNoChangeThatWouldDo(long seed) {
        // Given
        RandomPool random = new RandomPool(seed);
        List<Candidate> pool = random.candidates(POOL);
        CandidatePool all = ShippedData.pool(pool);
        Brief brief = random.brief();
        BriefReview review = DESK.review(brief, Map.of(), ShippedData.AS_OF);

        for (Candidate asked : pool.subList(0, 8)) {
            // When
            BriefReview.Standing standing = review.standing(asked, all, TOP);

            // Then
            review.levers(asked).stream()
                    .filter(lever ->
                            standing.ranked() == null || standing.ranked().rank() > TOP)
                    .filter(lever -> standing.counterfactuals().stream().noneMatch(change -> text(lever, change) > 0))
                    .forEach(lever -> assertThat(rank(pool, lever.changed().apply(lever.steps()), brief))
                            .as(lever.text().apply(lever.steps()))
                            .isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldMoveNoSignalButThoseThatALeverNames(long seed) {
        // Given
        RandomPool random = new RandomPool(seed);
        Brief brief = random.brief();
        BriefReview review = DESK.review(brief, Map.of(), ShippedData.AS_OF);
        BriefPlan plan = ShippedData.PLANS.of(brief, Map.of(), ShippedData.AS_OF);

        for (Candidate asked : random.candidates(20)) {
            Map<Integer, Row> before = rows(asked);
            for (Lever lever : review.levers(asked)) {
                // When
                Map<Integer, Row> after = rows(lever.changed().apply(Math.max(1, lever.steps() / 2)));

                // Then
                assertThat(after).containsOnlyKeys(before.keySet());
                for (int account : before.keySet()) {
                    Row old = before.get(account);
                    Row changed = after.get(account);
                    assertThat(lever.movesWords() || words(changed).equals(words(old)))
                            .as(lever.name())
                            .isTrue();
                    assertThat(plan.readings().entrySet())
                            .filteredOn(entry -> !lever.signals().contains(entry.getKey()))
                            .allMatch(entry -> entry.getValue().level(old)
                                    == entry.getValue().level(changed));
                }
            }
        }
    }

    /** The first row of each account: a stated fee takes the place of all prices of a rate card. */
    private static Map<Integer, Row> rows(Candidate candidate) {
        List<Row> rows = ShippedData.ENCODER.encode(candidate).rows();
        List<PricedAccount> priced = PricedAccount.of(candidate);
        return IntStream.range(0, priced.size())
                .boxed()
                .collect(Collectors.toMap(row -> priced.get(row).place(), rows::get, (first, _) -> first));
    }

    /** All words but the formats, which go with the price. */
    private static List<Set<String>> words(Row row) {
        List<Set<String>> words = new ArrayList<>(row.keywords());
        words.remove(Columns.place(Columns.Words.PRICED_FORMATS));
        return words;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldSayInAMatchWhatItsReviewWouldSay(long seed) {
        // Given
        RandomPool random = new RandomPool(seed);
        List<Candidate> pool = random.candidates(POOL);
        CandidatePool all = ShippedData.pool(pool);
        Brief brief = random.brief();
        BriefReview review = DESK.review(brief, Map.of(), ShippedData.AS_OF);

        // When
        MatchResult result = ShippedData.MATCHER.match(
                brief, PanelOptions.NONE, Map.of(), all, ShippedData.AS_OF, new RankingOptions(12, TOP));

        // Then
        for (Ranked ranked : result.ranking()) {
            Candidate creator = ranked.offer().candidate();
            List<Counterfactual> expected = review.standing(creator, all, TOP).counterfactuals();
            assertThat(result.counterfactuals().get(creator.creatorId()))
                    .isEqualTo(ranked.rank() <= TOP ? null : expected);
        }
        assertThat(ShippedData.match(brief, pool, 12).counterfactuals()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldPlaceEveryCreatorAsTheMatchDoes(long seed) {
        // Given
        RandomPool random = new RandomPool(seed);
        List<Candidate> pool = random.candidates(POOL);
        CandidatePool all = ShippedData.pool(pool);
        Brief brief = random.brief();
        BriefReview review = DESK.review(brief, Map.of(), ShippedData.AS_OF);

        // When
        MatchResult result = ShippedData.match(brief, pool, POOL);

        // Then
        for (Candidate asked : pool) {
            BriefReview.Standing standing = review.standing(asked, all, POOL);
            Optional<Ranked> placed = result.ranking().stream()
                    .filter(ranked -> ranked.offer().candidate().creatorId().equals(asked.creatorId()))
                    .findFirst();
            assertThat(Optional.ofNullable(standing.ranked())).isEqualTo(placed);
            assertThat(standing.eligible()).isEqualTo(result.eligibleCount());
            assertThat(standing.rejectedBy() == null).isEqualTo(placed.isPresent());
        }
    }

    @Test
    void shouldSayAtWhichFeeACreatorWouldBeAmongTheBest() {
        // Given
        Candidate cheap = candidate(1)
                .account(Platform.INSTAGRAM, 8_000L, 0.05)
                .available(EngagementType.PAID, "150", "EUR")
                .build();
        Candidate dear = candidate(2)
                .account(Platform.INSTAGRAM, 8_000L, 0.05)
                .available(EngagementType.PAID, "300", "EUR")
                .build();
        BriefReview review = DESK.review(brief().build(), Map.of(), ShippedData.AS_OF);

        // When
        BriefReview.Standing standing = review.standing(dear, ShippedData.pool(List.of(cheap, dear)), 1);

        // Then
        assertThat(standing.ranked().rank()).isEqualTo(2);
        Counterfactual fee = standing.counterfactuals().stream()
                .filter(change -> change.lever().equals("FEE"))
                .findFirst()
                .orElseThrow();
        assertThat(fee.bound()).isEqualTo(Counterfactual.Bound.AT_MOST);
        assertThat(Double.parseDouble(fee.value())).isBetween(140.0, 150.0);
        assertThat(fee.present()).isEqualTo("300.00");
        assertThat(fee.rank()).isEqualTo(1);
        assertThat(review.standing(cheap, ShippedData.pool(List.of(cheap, dear)), 1)
                        .counterfactuals())
                .isEmpty();
    }

    @Test
    void shouldSayAtWhichFeeForTheWantedFormatACreatorWouldBeAmongTheBest() {
        // Given
        Candidate cheap = candidate(1)
                .account(Platform.INSTAGRAM, 8_000L, 0.05)
                .available(EngagementType.PAID, "150", "EUR")
                .build();
        Candidate dear = candidate(2)
                .account(Platform.INSTAGRAM, 8_000L, 0.05)
                .rate(Platform.INSTAGRAM, ContentFormat.STORY, "20")
                .rate(Platform.INSTAGRAM, ContentFormat.REEL, "300")
                .build();
        CandidatePool all = ShippedData.pool(List.of(cheap, dear));
        Brief reel = brief().conditions(Asked.formats(ContentFormat.REEL)).build();

        // When
        BriefReview.Standing standing =
                DESK.review(reel, Map.of(), ShippedData.AS_OF).standing(dear, all, 1);

        // Then
        assertThat(standing.ranked().offer().price().money().amount()).isEqualByComparingTo("300");
        assertThat(standing.counterfactuals())
                .filteredOn(change -> change.lever().equals("FEE"))
                .singleElement()
                .satisfies(fee -> {
                    assertThat(fee.present()).isEqualTo("300.00");
                    assertThat(Double.parseDouble(fee.value())).isBetween(140.0, 150.0);
                });
        assertThat(DESK.review(brief().build(), Map.of(), ShippedData.AS_OF)
                        .standing(dear, all, 1)
                        .ranked()
                        .rank())
                .isEqualTo(1);
    }

    @Test
    void shouldSayWhatWouldMakeARejectedCreatorEligible() {
        // Given
        Candidate volunteer = candidate(1).available(EngagementType.VOLUNTEER).build();
        Brief brief = brief().build();

        BriefReview review = DESK.review(brief, Map.of(), ShippedData.AS_OF);

        // When
        BriefReview.Standing standing = review.standing(volunteer, ShippedData.pool(List.of(volunteer)), 3);

        // Then
        assertThat(standing.rejectedBy()).isEqualTo(EligibilityRule.AVAILABILITY);
        assertThat(review.facts(EligibilityRule.AVAILABILITY, volunteer)).isEqualTo("asked for PAID, offers VOLUNTEER");
        assertThat(standing.counterfactuals()).extracting(Counterfactual::text).contains("the creator accepts PAID");
    }

    @Test
    void shouldSayUntilWhenWorkForCompetitorsWouldHaveToLieBack() {
        // Given
        Candidate candidate = candidate(1)
                .workedWith("Sommet", LocalDate.parse("2025-11-20"))
                .brand(BrandRelation.WORKED_WITH, "Aero", null)
                .workedWith("Soupe & Cie", LocalDate.parse("2025-08-01"))
                .workedWith("Another", LocalDate.parse("2025-08-01"))
                .brand(BrandRelation.REFUSES, "Kiosque", null)
                .build();
        Brief brief = brief().conditions(Asked.exclusive(180, "Sommet", "Aero", "Soupe & Cie"))
                .build();
        BriefReview review = DESK.review(brief, Map.of(), ShippedData.AS_OF);

        // When
        BriefReview.Standing standing = review.standing(candidate, ShippedData.pool(List.of(candidate)), 3);

        // Then
        assertThat(standing.rejectedBy()).isEqualTo(EligibilityRule.COMPETITOR);
        assertThat(review.facts(EligibilityRule.COMPETITOR, candidate))
                .isEqualTo("competitors Aero, Sommet, Soupe & Cie, no work for them from 2025-09-02 on,"
                        + " WORKED_WITH Aero, day unknown, WORKED_WITH Sommet on 2025-11-20,"
                        + " WORKED_WITH Soupe & Cie on 2025-08-01");
        assertThat(standing.counterfactuals())
                .extracting(Counterfactual::lever, Counterfactual::value, Counterfactual::text)
                .containsExactly(tuple(
                        "COMPETITOR_WORK", "2025-09-01", "the last work for Sommet, Aero was on 2025-09-01 or before"));
    }

    @Test
    void shouldNameAChangeThatIsJustEnoughForThePlaceOfAnEqual() {
        // Given: equal points go to the smaller id
        Candidate asked = candidate(1).build();
        Candidate ahead = candidate(2).credibility(1).build();

        // When
        BriefReview.Standing standing = DESK.review(brief().build(), Map.of(), ShippedData.AS_OF)
                .standing(asked, ShippedData.pool(List.of(asked, ahead)), 1);

        // Then
        assertThat(standing.ranked().rank()).isEqualTo(2);
        assertThat(standing.counterfactuals())
                .extracting(Counterfactual::lever, Counterfactual::value)
                .contains(tuple("CREDIBILITY", "1"));
    }

    @Test
    void shouldAskWhoIsAmongTheFirstByScoreWhoeverTakesTurns() {
        // Given
        List<Candidate> pool = new RandomPool(3).candidates(POOL);
        Exposure exposure = new Exposure(Exposure.Policy.ROTATE, 5L, 0.2);
        Brief rotating = brief().budget("90000")
                .conditions(new Conditions(null, null, null, null, null, null, null, null, null, exposure))
                .build();
        BriefReview review = DESK.review(rotating, Map.of(), ShippedData.AS_OF);

        // When
        MatchResult result = ShippedData.MATCHER.match(
                rotating,
                PanelOptions.NONE,
                Map.of(),
                ShippedData.pool(pool),
                ShippedData.AS_OF,
                new RankingOptions(12, TOP));

        // Then
        assertThat(result.exposure().movedPlaces()).isPositive();
        assertThat(result.ranking()).hasSize(12);
        for (Ranked ranked : result.ranking()) {
            Candidate creator = ranked.offer().candidate();
            BriefReview.Standing standing = review.standing(creator, ShippedData.pool(pool), TOP);
            assertThat(result.counterfactuals().get(creator.creatorId()))
                    .isEqualTo(standing.ranked().rank() <= TOP ? null : standing.counterfactuals());
        }
    }

    @Test
    void shouldNotTellABrandWhichOthersACreatorRefuses() {
        // Given
        Candidate candidate = candidate(1)
                .brand(BrandRelation.REFUSES, "Maison Verte", null)
                .brand(BrandRelation.REFUSES, "Kiosque", null)
                .build();
        BriefReview review = DESK.review(brief().brand("Maison Verte").build(), Map.of(), ShippedData.AS_OF);

        // When
        String facts = review.facts(review.rejection(candidate).orElseThrow(), candidate);

        // Then
        assertThat(facts).isEqualTo("brand Maison Verte, refused by the creator");
    }

    @Test
    void shouldStartFromThePriceOfTheWantedFormatWhereThatIsTooDear() {
        // Given
        Candidate candidate = candidate(1)
                .rate(Platform.INSTAGRAM, ContentFormat.STORY, "20")
                .rate(Platform.INSTAGRAM, ContentFormat.REEL, "300")
                .build();
        Brief brief = brief().budget("250")
                .conditions(Asked.formats(ContentFormat.REEL))
                .build();

        // When
        BriefReview.Standing standing = DESK.review(brief, Map.of(), ShippedData.AS_OF)
                .standing(candidate, ShippedData.pool(List.of(candidate)), 1);

        // Then
        assertThat(standing.rejectedBy()).isEqualTo(EligibilityRule.PRICE);
        assertThat(standing.counterfactuals())
                .extracting(Counterfactual::lever, Counterfactual::present, Counterfactual::value)
                .containsExactly(tuple("FEE", "300.00", "250.00"));
    }

    @Test
    void shouldStartFromAPriceInTheCurrencyOfTheBudget() {
        // Given
        Candidate candidate = candidate(1)
                .rate(Platform.INSTAGRAM, ContentFormat.STORY, new Money(BigDecimal.TEN, "USD"), null)
                .rate(Platform.INSTAGRAM, ContentFormat.REEL, "180")
                .build();

        // When
        BriefReview.Standing standing = DESK.review(brief().budget("100").build(), Map.of(), ShippedData.AS_OF)
                .standing(candidate, ShippedData.pool(List.of(candidate)), 1);

        // Then
        assertThat(standing.rejectedBy()).isEqualTo(EligibilityRule.PRICE);
        assertThat(standing.counterfactuals())
                .extracting(Counterfactual::lever, Counterfactual::present, Counterfactual::value)
                .containsExactly(tuple("FEE", "180.00", "100.00"));
    }
}
