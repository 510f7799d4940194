package org.affinity.matching.engine.domain.columnar;

import java.util.List;
import java.util.SplittableRandom;
import org.affinity.matching.engine.domain.ExhaustiveEngine;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.Predicate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FilterCacheTest {

    /** Enough to fill the first segment, and to go on in the next one. */
    private static final int SIZE = 3_500;

    /** What is kept from one search to the next must not outlive the entries that it is about. */
    @Test
    void shouldAnswerTheSamePlanAnewWheneverEntriesCameChangedOrWent() {
        // Given: plans of a rule that some pass, alone and before one that nobody passes
        var random = new SplittableRandom(23);
        var source = new RandomIndex(random);
        var plain = new ExhaustiveEngine(RandomIndex.SCHEMA);
        var columnar = new ColumnarEngine(RandomIndex.SCHEMA, Layout.NONE, new PlainKernel(), Runnable::run);
        Predicate some = Predicate.CodeIn.between(4, 0, 2);
        Predicate nobody = Predicate.CodeIn.of(2, 251);
        List<Plan> plans = List.of(
                new Plan(List.of(some, nobody), List.of(), 5),
                new Plan(List.of(some), List.of(), 5),
                new Plan(List.of(Predicate.CodeIn.of(3, 7), some, nobody), List.of(), 5));

        for (int i = 0; i < SIZE; i++) {
            var entry = source.entry(source.id(i), 1);
            plain.put(entry);
            columnar.put(entry);
        }
        columnar.cluster();

        for (int i = 0; i < 300; i++) {
            // When
            var id = source.id(random.nextInt(SIZE + 50));
            if (random.nextInt(3) == 0) {
                plain.remove(id);
                columnar.remove(id);
            } else {
                var entry = source.entry(id, 1);
                plain.put(entry);
                columnar.put(entry);
            }

            // Then
            for (Plan plan : plans) {
                assertThat(columnar.search(plan)).as("change %d, %s", i, plan).isEqualTo(plain.search(plan));
            }
        }
    }
}
