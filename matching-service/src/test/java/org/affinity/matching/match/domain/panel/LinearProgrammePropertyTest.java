package org.affinity.matching.match.domain.panel;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Prices and parts prove each other: equal values can only be the optimum. The seed is the test's argument. */
class LinearProgrammePropertyTest {

    private static final int COLUMNS = 200;
    private static final double TOLERANCE = 1e-6;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldFindPricesAtWhichThePartsAreWorthAllThatIsPossible(long seed) {
        // Given rows that a random point keeps to, and worths of which the second starts where the first ended
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<LinearProgramme.Row> rows = IntStream.range(0, 2 + (int) (seed % 12))
                .mapToObj(_ -> row(random))
                .toList();
        LinearProgramme programme = new LinearProgramme(COLUMNS, rows);
        programme.prices(random.doubles(COLUMNS, 0, 10).toArray());
        double[] worth = random.doubles(COLUMNS, 0, 10).toArray();

        // When
        double[] prices = programme.prices(worth);
        double[] parts = programme.parts();

        // Then
        double value = IntStream.range(0, COLUMNS)
                .mapToDouble(i -> worth[i] * parts[i])
                .sum();
        assertThat(value).isCloseTo(bound(rows, worth, prices), within(TOLERANCE * value));
        assertThat(Arrays.stream(parts).allMatch(part -> part >= 0 && part <= 1))
                .isTrue();
        assertThat(rows).allSatisfy(row -> {
            double used = IntStream.range(0, COLUMNS)
                    .mapToDouble(i -> row.coefficients()[i] * parts[i])
                    .sum();
            assertThat(used).isBetween(row.least() - TOLERANCE, row.most() + TOLERANCE);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldEndWithPricesWhereNothingKeepsToAllRows(long seed) {
        // Given: more of the last row is asked for than there is
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<LinearProgramme.Row> rows =
                List.of(row(random), row(random), new LinearProgramme.Row(new double[COLUMNS], 1, 2), row(random));
        LinearProgramme programme = new LinearProgramme(COLUMNS, rows);
        double[] worth = random.doubles(COLUMNS, 0, 10).toArray();

        // When
        double[] prices = programme.prices(worth);

        // Then
        assertThat(prices).hasSize(rows.size());
        assertThat(Arrays.stream(prices).allMatch(Double::isFinite)).isTrue();
    }

    /** Half of the rows are of money, half count some of the columns; two fifths of each column keep to all. */
    private static LinearProgramme.Row row(RandomGenerator random) {
        boolean counts = random.nextBoolean();
        double[] coefficients = random.doubles(COLUMNS, 0, 1)
                .map(any -> counts ? Math.floor(any * 1.4) : any * any)
                .toArray();
        double kept = 0.4
                * IntStream.range(0, COLUMNS).mapToDouble(i -> coefficients[i]).sum();
        return random.nextInt(8) == 0
                ? new LinearProgramme.Row(coefficients, kept, kept)
                : new LinearProgramme.Row(
                        coefficients, kept * random.nextDouble(0, 1), kept * random.nextDouble(1, 1.5));
    }

    private static double bound(List<LinearProgramme.Row> rows, double[] worth, double[] prices) {
        double bound = 0;
        double[] rest = worth.clone();
        for (int row = 0; row < prices.length; row++) {
            double price = prices[row];
            bound += price * (price > 0 ? rows.get(row).most() : rows.get(row).least());
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= price * rows.get(row).coefficients()[i];
            }
        }
        return bound
                + IntStream.range(0, rest.length)
                        .mapToDouble(i -> Math.max(0, rest[i]))
                        .sum();
    }
}
