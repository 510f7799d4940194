package org.affinity.matching.engine.domain.columnar;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.ExhaustiveEngine;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.Predicate;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.engine.domain.Schema;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FilterCacheTest {

    /** Enough to fill the first segment, and to go on in the next one. */
    private static final int SIZE = 5_000;

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
            Entry entry = ofOneRow(source, source.id(i));
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
                Entry entry = random.nextInt(4) == 0 ? source.entry(id, 1) : ofOneRow(source, id);
                plain.put(entry);
                columnar.put(entry);
            }

            // Then
            for (Plan plan : plans) {
                assertThat(columnar.search(plan)).as("change %d, %s", i, plan).isEqualTo(plain.search(plan));
            }
        }
    }

    @Test
    void shouldFindWhoIsTheFirstWithACode() {
        // Given: a search for a code that nobody has yet
        var schema = new Schema(List.of("level"), List.of(), List.of());
        var columnar = new ColumnarEngine(schema, Layout.NONE, new PlainKernel(), Runnable::run);
        for (int i = 0; i < 3; i++) {
            columnar.put(ofLevel(i, 7));
        }
        // What is kept begins with the segments that are there when columns are laid out.
        columnar.cluster();
        Plan plan = new Plan(List.of(Predicate.CodeIn.of(0, 9)), List.of(), 5);
        assertThat(columnar.search(plan).eligible()).isZero();

        // When
        columnar.put(ofLevel(1, 9));

        // Then
        assertThat(columnar.search(plan).eligible()).isEqualTo(1);
    }

    @Test
    void shouldAnswerTheSameAndStaySmallWhenMoreSetsAreAskedForThanAreKept() {
        // Given
        var random = new SplittableRandom(29);
        var source = new RandomIndex(random);
        var plain = new ExhaustiveEngine(RandomIndex.SCHEMA);
        var columnar = new ColumnarEngine(RandomIndex.SCHEMA, Layout.NONE, new PlainKernel(), Runnable::run);
        for (int i = 0; i < SIZE; i++) {
            Entry entry = ofOneRow(source, source.id(i));
            plain.put(entry);
            columnar.put(entry);
        }
        columnar.cluster();
        long bytes = columnar.bytes();

        for (int round = 0; round < 3; round++) {
            // When: of each two sets one is asked for again and again, so that more come to have rows than may
            for (int first = 0; first < 250; first++) {
                for (int length = 0; length < 3; length++) {
                    Plan plan = new Plan(
                            List.of(Predicate.CodeIn.between(0, first, Math.min(255, first + length))), List.of(), 3);
                    for (int time = 0; time <= first % 2 * 4; time++) {
                        // Then
                        assertThat(columnar.search(plan)).as("%s", plan).isEqualTo(plain.search(plan));
                    }
                }
            }
            long segments = SIZE / Segment.ROWS + 1;
            long places = segments + 64;
            long mostKept = 2 * 96 * (4 * places + segments * (8L * Segment.BLOCKS + 48)) + 2 * 512 * 8 * places;
            assertThat(columnar.bytes() - bytes).isBetween(1L, mostKept);
        }
    }

    private static Entry ofLevel(int number, int level) {
        return new Entry(new UUID(0, number), 1, List.of(new Row(new byte[] {(byte) level}, new int[0], List.of())));
    }

    private static Entry ofOneRow(RandomIndex source, UUID id) {
        return new Entry(id, 1, source.entry(id, 1).rows().subList(0, 1));
    }
}
