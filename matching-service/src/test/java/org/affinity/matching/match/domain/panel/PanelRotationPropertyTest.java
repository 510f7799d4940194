package org.affinity.matching.match.domain.panel;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds for any problem; the seed is the argument of the failing test. */
class PanelRotationPropertyTest {

    private static final PanelSolver SOLVER = new PanelSolver(List.of(1.0, 0.5, 0.0));
    private static final double TOLERANCE = 0.05;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    private static PanelProblem problem(long seed) {
        RandomProblem random = new RandomProblem(seed).money(0.5, 3);
        return (seed % 3 == 0 ? random : random.quotas()).build(40, seed % 2 == 0 ? 4 : 0);
    }

    private static long[] turns(long seed, PanelProblem problem) {
        return new Random(seed).longs(problem.size()).toArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldKeepEveryConstraintAndAllButTheToleranceOfTheValue(long seed) {
        // Given
        PanelProblem problem = problem(seed);
        SOLVER.solve(problem).ifPresent(best -> {
            long[] turns = turns(seed, problem);
            PanelRotation rotation = new PanelRotation(problem, turns, (_, _) -> true);

            // When
            PanelSolution shown = rotation.rotate(best, TOLERANCE);

            // Then
            assertThat(PanelState.of(problem, shown.members()).isFeasible()).isTrue();
            assertThat(shown.value()).isGreaterThanOrEqualTo(best.value() * (1 - TOLERANCE) * (1 - 1e-12));
            assertThat(shown.value()).isEqualTo(problem.value(shown.members()));
            assertThat(shown.upperBound()).isEqualTo(best.upperBound()).isGreaterThanOrEqualTo(shown.value());
            assertThat(shown.members().cardinality()).isEqualTo(best.members().cardinality());
            BitSet required = problem.required();
            required.andNot(shown.members());
            assertThat(required.isEmpty()).isTrue();
            assertThat(rotation.rotate(best, TOLERANCE).members()).isEqualTo(shown.members());
            long[] came = turnsOfThoseBut(shown.members(), best.members(), turns);
            long[] went = turnsOfThoseBut(best.members(), shown.members(), turns);
            for (int i = 0; i < came.length; i++) {
                assertThat(came[i]).isLessThan(went[i]);
            }
        });
    }

    /** Turns of those who are in one panel and not in the other, earliest first. */
    private static long[] turnsOfThoseBut(BitSet members, BitSet others, long[] turns) {
        return members.stream()
                .filter(creator -> !others.get(creator))
                .mapToLong(creator -> turns[creator])
                .sorted()
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldExchangeNearlyEqualCreatorsAlone(long seed) {
        // Given
        PanelProblem problem = problem(seed);
        SOLVER.solve(problem).ifPresent(best -> {
            // When
            BitSet shown = new PanelRotation(
                            problem, turns(seed, problem), (member, newcomer) -> member % 2 == newcomer % 2)
                    .rotate(best, 0.5)
                    .members();

            // Then
            assertThat(shown.stream().filter(creator -> creator % 2 == 0).count())
                    .isEqualTo(best.members().stream()
                            .filter(creator -> creator % 2 == 0)
                            .count());
            assertThat(new PanelRotation(problem, turns(seed, problem), (_, _) -> false)
                            .rotate(best, 0.5)
                            .members())
                    .isEqualTo(best.members());
        });
    }

    @Test
    void shouldGiveEqualCreatorsTheirTurnWithoutAnyLoss() {
        // Given
        PanelProblem.Builder builder = new PanelProblem.Builder(300, 3);
        for (int i = 0; i < 9; i++) {
            builder.creator(100, 50, new int[0], new double[0]);
        }
        PanelProblem problem = builder.build();
        PanelSolution best = SOLVER.solve(problem).orElseThrow();
        BitSet seen = new BitSet();

        // When
        for (long seed = 0; seed < 40; seed++) {
            PanelSolution shown = new PanelRotation(problem, turns(seed, problem), (_, _) -> true).rotate(best, 0);
            assertThat(shown.value()).isEqualTo(best.value());
            assertThat(shown.optimal()).isTrue();
            seen.or(shown.members());
            long[] turns = turns(seed, problem);
            assertThat(shown.members().stream()
                            .mapToLong(creator -> turns[creator])
                            .sorted())
                    .containsExactlyElementsOf(
                            Arrays.stream(turns).sorted().limit(3).boxed().toList());
        }

        // Then
        assertThat(seen.cardinality()).isEqualTo(9);
    }

    @Test
    void shouldLetThemMakeRoomFirstWhoseTurnIsLast() {
        // Given
        PanelProblem.Builder builder = new PanelProblem.Builder(200, 2);
        for (int i = 0; i < 3; i++) {
            builder.creator(100, 50, new int[0], new double[0]);
        }
        PanelProblem problem = builder.build();
        BitSet members = new BitSet();
        members.set(0, 2);
        PanelSolution best = new PanelSolution(members, 100, 100, true);

        // When
        PanelSolution shown =
                new PanelRotation(problem, new long[] {30, 20, 10}, (_, newcomer) -> newcomer == 2).rotate(best, 0);

        // Then
        assertThat(shown.members().stream()).containsExactly(1, 2);
    }
}
