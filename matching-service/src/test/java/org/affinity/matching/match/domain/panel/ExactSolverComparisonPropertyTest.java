package org.affinity.matching.match.domain.panel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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

    static LongStream fewSeeds() {
        return LongStream.rangeClosed(1, 16);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldComeWithinOneAndAHalfPerCentOfTheOptimumAndNeverClaimMore(long seed) {
        // Given
        SampledAudience audience = audience(seed);

        // When
        PanelSolution solution = SOLVER.solve(audience.problem()).orElseThrow();

        // Then
        double optimum = new ExactPanel(audience).bestValue().orElseThrow();
        assertThat(solution.value()).isBetween(0.985 * optimum, optimum + TOLERANCE);
        assertThat(solution.upperBound()).isGreaterThanOrEqualTo(optimum - TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("fewSeeds")
    void shouldComeAsCloseUnderQuotasAndFindAPanelWhereThereIsOne(long seed) {
        // Given
        SampledAudience audience = audience(seed).withQuotas();

        // When
        Optional<PanelSolution> solution = SOLVER.solve(audience.problem());

        // Then
        OptionalDouble optimum = new ExactPanel(audience).bestValue();
        assertThat(solution.isPresent()).isEqualTo(optimum.isPresent());
        solution.ifPresent(found -> {
            assertThat(PanelState.of(audience.problem(), found.members()).isFeasible())
                    .isTrue();
            assertThat(found.value()).isBetween(0.985 * optimum.getAsDouble(), optimum.getAsDouble() + TOLERANCE);
            assertThat(found.upperBound()).isGreaterThanOrEqualTo(optimum.getAsDouble() - TOLERANCE);
        });
    }

    /** Half of the pools have money for few, half for most places. */
    private static SampledAudience audience(long seed) {
        int creators = 40 + (int) (seed % 4) * 20;
        return SampledAudience.of(seed, creators, 3 + (int) (seed % 8), seed % 2 == 0 ? 0.8 : 2);
    }
}
