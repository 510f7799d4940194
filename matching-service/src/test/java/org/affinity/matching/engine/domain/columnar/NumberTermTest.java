package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NumberTermTest {

    private static final int SEED = 20_261_122;
    private static final int NUMBERS = 40;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Segment segment = new Segment(1, 1, 1);

    @Test
    void shouldGiveThePointsOfTheLastStepThatANumberReaches() {
        for (int steps = 0; steps < 20; steps++) {
            int[] from = from(steps);
            int[] points = points(steps, false);
            var term = new NumberTerm(0, from, points);
            for (int number = -2; number < NUMBERS + 2; number++) {
                int reached = number;
                segment.numbers[0] = number;
                int[] sums = new int[Segment.BLOCK];

                term.add(segment, 0, 1, sums);

                assertThat(sums[0])
                        .isEqualTo(points[
                                (int) Arrays.stream(from)
                                        .filter(step -> step <= reached)
                                        .count()]);
            }
        }
    }

    @Test
    void shouldBoundABlockByTheMostThatANumberBetweenItsLowestAndHighestGets() {
        for (int attempt = 0; attempt < 2_000; attempt++) {
            int steps = random.nextInt(12);
            int[] from = from(steps);
            int[] points = points(steps, attempt % 2 == 0);
            int lowest = random.nextInt(NUMBERS);
            int highest = lowest + random.nextInt(NUMBERS - lowest);
            segment.numberLowest[0] = lowest;
            segment.numberHighest[0] = highest;
            int most = Integer.MIN_VALUE;
            for (int number = lowest; number <= highest; number++) {
                int reached = number;
                most = Math.max(
                        most,
                        points[
                                (int) Arrays.stream(from)
                                        .filter(step -> step <= reached)
                                        .count()]);
            }

            assertThat(new NumberTerm(0, from, points).most(segment, 0))
                    .as("%s %s %d..%d", Arrays.toString(from), Arrays.toString(points), lowest, highest)
                    .isEqualTo(most);
        }
    }

    private int[] from(int steps) {
        return random.ints(0, NUMBERS).distinct().limit(steps).sorted().toArray();
    }

    private int[] points(int steps, boolean rise) {
        int[] points = random.ints(steps + 1, -50, 50).toArray();
        if (rise && steps > 0) {
            Arrays.sort(points, 1, steps + 1);
        }
        return points;
    }
}
