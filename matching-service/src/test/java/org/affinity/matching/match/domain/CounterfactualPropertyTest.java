package org.affinity.matching.match.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.engine.domain.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.affinity.matching.match.domain.BriefBuilder.brief;
import static org.affinity.matching.match.domain.CandidateBuilder.candidate;
import static org.assertj.core.api.Assertions.assertThat;

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
}
