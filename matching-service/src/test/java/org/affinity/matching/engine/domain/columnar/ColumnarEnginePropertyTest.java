package org.affinity.matching.engine.domain.columnar;

import java.util.SplittableRandom;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.ExhaustiveEngine;
import org.affinity.matching.engine.domain.Plan;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The columnar engine answers as the plain one does, whatever happened to its entries. */
class ColumnarEnginePropertyTest {

    private static final long SEED = 20_260_117;

    /** Lend another thread to every search, however short. */
    private static final Processors THREE =
            new Processors(3, task -> Thread.ofPlatform().daemon().start(task), 0);

    @Test
    void shouldAnswerAsThePlainEngineDoesOnSmallIndexes() {
        for (int index = 0; index < 250; index++) {
            compare(SEED + index, 1 + index * 3, 40, index % 5 == 0 ? THREE : Processors.one());
        }
    }

    @Test
    void shouldAnswerAsThePlainEngineDoesOverManySegments() {
        compare(-SEED, 18_000, 60, Processors.one());
    }

    @Test
    void shouldAnswerAsThePlainEngineDoesWithSeveralThreads() {
        for (int index = 1; index < 4; index++) {
            compare(-SEED - index, 18_000, 60, THREE);
        }
    }

    private static void compare(long seed, int size, int plans, Processors processors) {
        var random = new SplittableRandom(seed);
        var source = new RandomIndex(random);
        var plain = new ExhaustiveEngine(RandomIndex.SCHEMA);
        var columnar = new ColumnarEngine(
                RandomIndex.SCHEMA,
                random.nextBoolean() ? RandomIndex.LAYOUT : Layout.NONE,
                new PlainKernel(),
                Runnable::run,
                processors);
        for (int i = 0; i < size; i++) {
            Entry entry = source.entry(source.id(i), 1);
            plain.put(entry);
            columnar.put(entry);
        }
        for (int i = 0; i < plans; i++) {
            if (random.nextInt(4) == 0) {
                change(source, random, size, plain, columnar);
            }
            if (random.nextInt(10) == 0) {
                columnar.cluster();
            }
            Plan plan = source.plan();
            Answer expected = plain.search(plan);
            assertThat(columnar.search(plan))
                    .as("seed %d, size %d, plan %d: %s", seed, size, i, plan)
                    .isEqualTo(expected);
            assertThat(columnar.size()).isEqualTo(expected.entries());
        }
    }

    private static void change(
            RandomIndex source, SplittableRandom random, int size, ExhaustiveEngine plain, ColumnarEngine columnar) {
        for (int i = random.nextInt(1 + size / 4); i >= 0; i--) {
            var id = source.id(random.nextInt(size + size / 8 + 1));
            if (random.nextInt(3) == 0) {
                plain.remove(id);
                columnar.remove(id);
            } else {
                Entry entry = source.entry(id, random.nextInt(1, 4));
                plain.put(entry);
                columnar.put(entry);
            }
        }
    }
}
