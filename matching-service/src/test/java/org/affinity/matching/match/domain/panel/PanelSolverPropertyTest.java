package org.affinity.matching.match.domain.panel;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

/** Holds for any problem; the seed is the argument of the failing test. */
class PanelSolverPropertyTest {

    private static final PanelSolver SOLVER =
            new PanelSolver(List.of(1.0, 2.0, 1.5, 1.25, 0.75, 0.625, 0.5, 0.375, 0.25, 0.125, 0.0));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    static LongStream fewSeeds() {
        return LongStream.rangeClosed(1, 15);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldFindTheBestOfASmallPoolAndProveIt(long seed) {
        // Given
        PanelProblem problem = new RandomProblem(seed).money(0.3, 4).build(11, 4);

        // When
        PanelSolution solution = SOLVER.solve(problem).orElseThrow();

        // Then
        assertThat(solution.value()).isCloseTo(exhaustive(problem), within(1e-6 * (1 + solution.value())));
        assertThat(solution.gap()).isZero();
        assertThat(solution.optimal()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldKeepQuotasOfSeveralDimensions(long seed) {
        // Given: as many are too few for a proof as for a choice among hundreds
        PanelProblem problem = new RandomProblem(seed)
                .places(3, 31)
                .money(0.3, 3)
                .quotasOfDimensions()
                .build(40 + 4 * (int) (seed % 40), 30);

        // When
        Optional<PanelSolution> solution = SOLVER.solve(problem);

        // Then
        solution.ifPresent(found ->
                assertThat(PanelState.of(problem, found.members()).isFeasible()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldFindTheBestForTheLastPlaceAndProveIt(long seed) {
        // Given
        PanelProblem problem =
                new RandomProblem(seed).places(1, 2).money(0.3, 4).build(60, seed % 2 == 0 ? 4 : 0);
        double best = IntStream.range(0, problem.size())
                .mapToObj(creator -> BitSet.valueOf(new long[] {1L << creator}))
                .filter(one -> PanelState.of(problem, one).isFeasible())
                .mapToDouble(problem::value)
                .max()
                .orElse(0);

        // When
        PanelSolution solution = SOLVER.solve(problem).orElseThrow();

        // Then
        assertThat(solution.value()).isCloseTo(best, within(1e-9 * (1 + best)));
        assertThat(solution.gap()).isZero();
        assertThat(solution.optimal()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldFindTheBestUnderQuotasOrSayThatThereIsNone(long seed) {
        // Given
        PanelProblem problem = new RandomProblem(seed).money(0.3, 4).quotas().build(11, seed % 2 == 0 ? 3 : 0);

        // When
        Optional<PanelSolution> solution = SOLVER.solve(problem);

        // Then
        double best = exhaustive(problem);
        assertThat(solution.isPresent()).isEqualTo(best >= 0);
        solution.ifPresent(found -> {
            assertThat(found.value()).isCloseTo(best, within(1e-6 * (1 + best)));
            assertThat(PanelState.of(problem, found.members()).isFeasible()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldBoundTheBestFromAbove(long seed) {
        // Given
        PanelProblem problem = new RandomProblem(seed).money(0.3, 4).quotas().build(12, seed % 3 == 0 ? 0 : 4);
        double best = exhaustive(problem);
        BitSet start = problem.required();

        // When
        double bound = new ConcaveBound(problem, new Relaxation(problem)).above(start, 0, 8);

        // Then
        assertThat(bound).isGreaterThanOrEqualTo(best * (1 - 1e-9));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldStateWhatMinimumsLeaveToOthersAndAllowTheSamePanels(long seed) {
        // Given
        RandomProblem random = new RandomProblem(seed).money(0.3, 4).minimumsBut((int) (seed % 4));
        PanelProblem problem = (seed % 2 == 0 ? random : random.quotas()).build(11, 0);

        // When
        PanelProblem stated = ImpliedLimits.stated(problem);

        // Then
        for (long set = 0; set < 1L << problem.size(); set++) {
            BitSet members = BitSet.valueOf(new long[] {set});
            BitSet missing = problem.required();
            missing.andNot(members);
            if (missing.isEmpty()) {
                assertThat(PanelState.of(stated, members).isFeasible())
                        .isEqualTo(PanelState.of(problem, members).isFeasible());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldBoundTheBestFromAboveWhereMinimumsLeaveFewPlaces(long seed) {
        // Given
        RandomProblem random = new RandomProblem(seed).money(0.3, 4).minimumsBut((int) (seed % 4));
        PanelProblem problem =
                ImpliedLimits.stated((seed % 2 == 0 ? random : random.quotas()).build(12, seed % 3 == 0 ? 0 : 4));
        double best = exhaustive(problem);

        // When
        double bound = new ConcaveBound(problem, new Relaxation(problem)).above(problem.required(), 0, 8);

        // Then
        assertThat(bound).isGreaterThanOrEqualTo(best * (1 - 1e-9));
    }

    @ParameterizedTest
    @MethodSource("fewSeeds")
    void shouldCertifyNineTenthsWhereMinimumsLeaveNoPlaceOrOne(long seed) {
        // Given
        PanelProblem problem = new RandomProblem(seed)
                .places(5, 13)
                .money(3, 8)
                .minimumsBut((int) (seed % 2))
                .build(600, seed % 3 == 0 ? 0 : 40);

        // When
        PanelSolution solution = SOLVER.solve(problem).orElseThrow();

        // Then
        assertThat(PanelState.of(problem, solution.members()).isFeasible()).isTrue();
        assertThat(solution.gap()).isBetween(0.0, 0.10);
    }

    @ParameterizedTest
    @MethodSource("fewSeeds")
    void shouldProveTheSameWhetherOthersAreShutOutByTheShareOrByTheirNumber(long seed) {
        // Given
        PanelProblem problem = new RandomProblem(seed).places(5, 13).money(1, 8).build(600, 40);
        BitSet small = new BitSet();
        IntStream.range(0, problem.size()).filter(i -> i % 3 == 0).forEach(small::set);
        PanelProblem byShare =
                problem.under(problem.budget(), problem.places(), List.of(), new PanelProblem.MinimumShare(small, 1));
        BitSet others = new BitSet();
        others.set(0, problem.size());
        others.andNot(small);
        PanelProblem byNumber =
                problem.under(problem.budget(), problem.places(), List.of(new PanelProblem.Group(others, 0, 0)), null);

        // When
        PanelSolution solution = SOLVER.solve(byShare).orElseThrow();

        // Then
        assertThat(solution.gap()).isBetween(0.0, 0.10);
        assertThat(solution.value())
                .isCloseTo(SOLVER.solve(byNumber).orElseThrow().value(), withinPercentage(5));
    }

    @ParameterizedTest
    @MethodSource("fewSeeds")
    void shouldKeepEveryConstraintAndCertifyNineTenthsOfAThousand(long seed) {
        // Given
        PanelProblem problem = new RandomProblem(seed)
                .places(3, 41)
                .money(0.5, 8)
                .build(1_000, List.of(0, 40, 504).get((int) (seed % 3)));

        // When
        PanelSolution solution = SOLVER.solve(problem).orElseThrow();

        // Then
        assertThat(PanelState.of(problem, solution.members()).isFeasible()).isTrue();
        assertThat(solution.gap()).isBetween(0.0, 0.10);
        assertThat(SOLVER.solve(problem)).contains(solution);
    }

    @ParameterizedTest
    @MethodSource("fewSeeds")
    void shouldKeepQuotasInALargePool(long seed) {
        // Given
        PanelProblem problem =
                new RandomProblem(seed).places(6, 20).money(1, 6).quotas().build(300, 60);

        // When
        Optional<PanelSolution> solution = SOLVER.solve(problem);

        // Then
        solution.ifPresent(found -> {
            assertThat(PanelState.of(problem, found.members()).isFeasible()).isTrue();
            assertThat(found.value()).isLessThanOrEqualTo(found.upperBound());
        });
    }

    @ParameterizedTest
    @MethodSource("fewSeeds")
    void shouldNeverBeWorthLessWithMoreMoneyInASmallPool(long seed) {
        // Given
        PanelProblem problem = new RandomProblem(seed).money(0.5, 2).build(18, 6);

        // When
        PanelProblem richer = problem.under(problem.budget() * 2, problem.places(), problem.groups(), null);

        // Then
        assertThat(SOLVER.solve(richer).orElseThrow().value())
                .isGreaterThanOrEqualTo(SOLVER.solve(problem).orElseThrow().value() * (1 - 1e-9));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldFindTheBestOfASmallPoolUnderKnownOverlapsAndProveIt(long seed) {
        // Given
        PanelProblem free = new RandomProblem(seed).places(2, 9).money(0.5, 4).build(11, seed % 2 == 0 ? 4 : 0);
        double[] fits = new Random(seed).doubles(11, 0.05, 1).toArray();
        PanelProblem problem = free.with(nested(everyOther(11), free, fits));

        // When
        PanelSolution solution = SOLVER.solve(problem).orElseThrow();

        // Then
        double best = exhaustive(problem);
        assertThat(solution.value()).isCloseTo(best, within(1e-6 * (1 + best)));
        assertThat(solution.value()).isCloseTo(problem.value(solution.members()), within(1e-9));
        assertThat(solution.gap()).isZero();
    }

    @ParameterizedTest
    @MethodSource("fewSeeds")
    void shouldPutOthersInThePlaceOfThoseWhomAnotherReachesAnyway(long seed) {
        // Given
        PanelProblem free = new RandomProblem(seed).places(5, 12).money(2, 6).build(300, seed % 2 == 0 ? 40 : 0);
        BitSet without = SOLVER.solve(free).orElseThrow().members();
        int largest = without.stream()
                .boxed()
                .max(Comparator.comparingDouble(member -> alone(free, member)))
                .orElseThrow();
        PanelProblem problem = free.with(insideOf(largest, without, free));

        // When
        PanelSolution solution = SOLVER.solve(problem).orElseThrow();

        // Then
        assertThat(PanelState.of(problem, solution.members()).isFeasible()).isTrue();
        assertThat(solution.value())
                .isCloseTo(problem.value(solution.members()), within(1e-6))
                .isGreaterThan(problem.value(without))
                .isLessThanOrEqualTo(solution.upperBound());
    }

    @Test
    void shouldTryWhoAddsLessButRaisesWhatOverlapsAllow() {
        // Given three of whom each reaches the same 1000 people, and two besides: few who come about, many who hardly
        // do
        PanelProblem.Builder builder = new PanelProblem.Builder(4, 4);
        double[] fits = {0.6, 0.6, 0.6, 0.9, 0.05};
        double[] reach = {1_000, 1_000, 1_000, 100, 1_000};
        for (int creator = 0; creator < fits.length; creator++) {
            builder.creator(1, fits[creator] * reach[creator], new int[0], new double[0]);
        }
        PanelProblem free = builder.build();
        PanelProblem problem = free.with(nested(BitSet.valueOf(new long[] {0b111}), free, fits));

        // When
        PanelSolution solution = SOLVER.solve(problem).orElseThrow();

        // Then
        assertThat(solution.members()).isEqualTo(BitSet.valueOf(new long[] {0b10111}));
        assertThat(solution.value()).isCloseTo(1_130, within(1e-6));
    }

    @Test
    void shouldNotAskWithoutEndWhatOverlapsAllow() {
        // Given
        PanelProblem free = new RandomProblem(1).places(80, 81).money(2, 6).build(600, 0);
        double[] fits = new double[free.size()];
        Arrays.fill(fits, 0.5);
        BitSet all = new BitSet();
        all.set(0, free.size());
        PanelProblem.Cap cap = nested(all, free, fits);
        AtomicInteger asked = new AtomicInteger();
        PanelProblem problem = free.with(new PanelProblem.Cap() {
            @Override
            public double most(BitSet members) {
                asked.incrementAndGet();
                return cap.most(members);
            }

            @Override
            public boolean concerns(int creator) {
                return cap.concerns(creator);
            }
        });

        // When
        PanelSolution solution = SOLVER.solve(problem).orElseThrow();

        // Then
        assertThat(asked).hasValueLessThan(300);
        assertThat(SOLVER.solve(problem)).contains(solution);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldFindSomebodyAtOnceWhereverTheBestPanelHasAnybody(long seed) {
        // Given nothing that asks for somebody: only a share, and a kind of whom nobody may be in
        PanelProblem free = new RandomProblem(seed).money(0.1, 0.5).build(11, 4);
        BitSet none = BitSet.valueOf(new long[] {new Random(seed).nextLong(1L << 11)});
        BitSet small = BitSet.valueOf(new long[] {1L << (seed % 11) | 1L << (seed % 7)});
        PanelProblem problem = free.under(
                free.budget(),
                free.places(),
                List.of(new PanelProblem.Group(none, 0, 0)),
                new PanelProblem.MinimumShare(small, 0.5));

        // When
        boolean found = SOLVER.findsAnybody(problem);

        // Then
        assertThat(found).isEqualTo(exhaustive(problem) > 0);
    }

    private static BitSet everyOther(int size) {
        BitSet even = new BitSet();
        IntStream.range(0, size).filter(i -> i % 2 == 0).forEach(even::set);
        return even;
    }

    /** The audiences of some creators lie wholly inside that of one. */
    private static PanelProblem.Cap insideOf(int one, BitSet some, PanelProblem problem) {
        return new PanelProblem.Cap() {
            @Override
            public double most(BitSet members) {
                double sum = members.stream()
                        .mapToDouble(member -> alone(problem, member))
                        .sum();
                return members.get(one)
                        ? sum
                                - members.stream()
                                        .filter(other -> other != one && concerns(other))
                                        .mapToDouble(other -> Math.min(alone(problem, one), alone(problem, other)))
                                        .sum()
                        : sum;
            }

            @Override
            public boolean concerns(int creator) {
                return creator == one || some.get(creator);
            }
        };
    }

    /**
     * Of some creators each audience lies wholly inside the next larger. Each is worth alone the reach times the fit,
     * and a panel reaches no more people than if everybody came about.
     */
    private static PanelProblem.Cap nested(BitSet some, PanelProblem problem, double[] fits) {
        double[] alone = IntStream.range(0, problem.size())
                .mapToDouble(creator -> alone(problem, creator))
                .toArray();
        return new PanelProblem.Cap() {
            @Override
            public double most(BitSet members) {
                int largest = members.stream()
                        .filter(this::concerns)
                        .boxed()
                        .max(Comparator.comparingDouble(this::reach))
                        .orElse(-1);
                double byReach = 0;
                double byFit = 0;
                for (int member : members.stream().toArray()) {
                    double shared = concerns(member) && member != largest ? reach(member) : 0;
                    byReach += reach(member) - shared;
                    byFit += alone[member] - (shared == 0 ? 0 : shared * fits[member] * fits[largest]);
                }
                return Math.min(byReach, byFit);
            }

            private double reach(int creator) {
                return alone[creator] / fits[creator];
            }

            @Override
            public boolean concerns(int creator) {
                return some.get(creator);
            }
        };
    }

    private static double alone(PanelProblem problem, int creator) {
        BitSet only = new BitSet();
        only.set(creator);
        return problem.value(only);
    }

    @Test
    void shouldCountPeopleWhomTwoReachOnce() {
        // Given
        PanelProblem.Builder builder = new PanelProblem.Builder(100, 2);
        int cell = builder.cell(1_000);
        builder.creator(1, 0, new int[] {cell}, new double[] {0.5});
        builder.creator(1, 0, new int[] {cell}, new double[] {0.2});

        // When
        PanelSolution solution = SOLVER.solve(builder.build()).orElseThrow();

        // Then
        assertThat(solution.value()).isCloseTo(600, within(1e-6));
    }

    @Test
    void shouldSpendOnOneGreatCreatorWhenPlacesAreScarce() {
        // Given
        PanelProblem.Builder builder = new PanelProblem.Builder(400, 1);
        builder.creator(1, 10, new int[0], new double[0]);
        int great = builder.creator(400, 500, new int[0], new double[0]);

        // When
        PanelSolution solution = SOLVER.solve(builder.build()).orElseThrow();

        // Then
        assertThat(solution.members()).isEqualTo(BitSet.valueOf(new long[] {1L << great}));
    }

    @Test
    @Timeout(value = 2, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void shouldNotCountOneByOneHowManyAnAlmostWholeShareAsksFor() {
        // Given
        PanelProblem.Builder builder = new PanelProblem.Builder(400, 3);
        int small = builder.creator(1, 10, new int[0], new double[0]);
        builder.creator(1, 500, new int[0], new double[0]);
        BitSet smallOnly = BitSet.valueOf(new long[] {1L << small});

        // When
        PanelSolution solution = SOLVER.solve(
                        builder.minimumShare(smallOnly, 0.9999999999).build())
                .orElseThrow();

        // Then
        assertThat(solution.members()).isEqualTo(smallOnly);
    }

    @Test
    void shouldTellHowManyOfAKindALeastShareAsksForBesideAnother() {
        // Given
        PanelProblem.MinimumShare half = new PanelProblem.MinimumShare(new BitSet(), 0.5);
        PanelProblem.MinimumShare most = new PanelProblem.MinimumShare(new BitSet(), 0.8);

        // When
        List<Integer> beside = List.of(half.beside(1, 9), half.beside(3, 9), most.beside(1, 9), most.beside(1, 2));

        // Then
        assertThat(beside).containsExactly(1, 3, 4, 3);
    }

    /** The best value of all subsets; negative when none is feasible. */
    private static double exhaustive(PanelProblem problem) {
        double best = -1;
        for (long set = 0; set < 1L << problem.size(); set++) {
            BitSet members = BitSet.valueOf(new long[] {set});
            BitSet missing = problem.required();
            missing.andNot(members);
            if (missing.isEmpty()) {
                PanelState state = PanelState.of(problem, members);
                if (state.isFeasible()) {
                    best = Math.max(best, state.worth());
                }
            }
        }
        return best;
    }
}
