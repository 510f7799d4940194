package org.affinity.matching.match.domain.panel;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares panels with the optimum that an integer-programming solver proves; the seed is the test's argument. */
class ExactSolverComparisonPropertyTest {

    private static final PanelSolver SOLVER =
            new PanelSolver(List.of(1.0, 2.0, 1.5, 1.25, 0.75, 0.625, 0.5, 0.375, 0.25, 0.125, 0.0));
    private static final double TOLERANCE = 1e-6;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 32);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldComeWithinOneAndAHalfPerCentOfTheOptimumAndNeverClaimMore(long seed) {
        // Given: half of the pools with money for few, half with money for most places
        int creators = 40 + (int) (seed % 4) * 20;
        SampledAudience audience = SampledAudience.of(seed, creators, 3 + (int) (seed % 8), seed % 2 == 0 ? 0.8 : 2);

        // When
        PanelSolution solution = SOLVER.solve(audience.problem()).orElseThrow();

        // Then
        double optimum = new ExactPanel(audience).bestValue();
        assertThat(solution.value()).isBetween(0.985 * optimum, optimum + TOLERANCE);
        assertThat(solution.upperBound()).isGreaterThanOrEqualTo(optimum - TOLERANCE);
    }
}
