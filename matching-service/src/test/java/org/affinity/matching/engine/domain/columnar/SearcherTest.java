package org.affinity.matching.engine.domain.columnar;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.ExhaustiveEngine;
import org.affinity.matching.engine.domain.Hit;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.Predicate;
import org.affinity.matching.engine.domain.Term;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A segment changes in the middle of a search, at each loop over a block that there is. */
class SearcherTest {

    private static final int SIZE = 700;
    private static final int PLANS = 40;

    private final RandomIndex source = new RandomIndex(new SplittableRandom(41));
    private final List<Entry> entries = new ArrayList<>();
    private final ExhaustiveEngine plain = new ExhaustiveEngine(RandomIndex.SCHEMA);
    private final ColumnarEngine columnar =
            new ColumnarEngine(RandomIndex.SCHEMA, RandomIndex.LAYOUT, interrupted(), Runnable::run, Processors.one());

    private Runnable change = () -> {};
    /** Loops that are left until the change comes. */
    private int loops;

    /** The plain kernel, one of whose loops something happens before. */
    private Kernel interrupted() {
        Kernel kernel = new PlainKernel();
        return (Kernel) Proxy.newProxyInstance(
                Kernel.class.getClassLoader(), new Class<?>[] {Kernel.class}, (_, method, arguments) -> {
                    if (loops-- == 1) {
                        change.run();
                    }
                    return method.invoke(kernel, arguments);
                });
    }

    @BeforeEach
    void fill() {
        for (int i = 0; i < SIZE; i++) {
            Entry entry = source.entry(new UUID(0, i), 1);
            entries.add(entry);
            plain.put(entry);
            columnar.put(entry);
        }
        columnar.cluster();
    }

    @Test
    void shouldNameTheBestOfBeforeOrOfAfterAChange() {
        int changed = 0;
        for (int i = 0; i < PLANS; i++) {
            Plan plan = source.plan();
            List<Hit> before = plain.search(plan).hits();
            // Given: somebody among the best is somebody else from one loop on
            Entry former = before.isEmpty()
                    ? entries.get(i)
                    : entries.get((int) before.getFirst().id().getLeastSignificantBits());
            Entry next = source.entry(former.id(), 1);
            plain.put(next);
            List<Hit> after = plain.search(plan).hits();
            plain.put(former);
            change = () -> columnar.put(next);
            for (int loop = 1; loops <= 0; loop++) {
                // When
                loops = loop;
                List<Hit> hits = columnar.search(plan).hits();

                // Then
                assertThat(hits).as("loop %d of %s", loop, plan).isIn(before, after);
                columnar.put(former);
                changed += loops <= 0 ? 1 : 0;
            }
            loops = 0;
        }
        assertThat(changed).isGreaterThan(10 * PLANS);
    }

    @Test
    void shouldNameNobodyWhoWasNotEligibleAnyMoreWhenLookedAt() {
        // Given: everybody leaves the wanted countries from one loop on
        Plan plan = new Plan(
                List.of(Predicate.CodeIn.between(4, 0, 2)), List.of(new Term.CodePoints(0, new int[256])), SIZE);
        List<Hit> before = plain.search(plan).hits();
        change = () -> entries.forEach(entry -> columnar.remove(entry.id()));
        int lost = 0;
        for (int loop = 1; loops <= 0; loop++) {
            // When
            loops = loop;
            Set<Hit> hits = new HashSet<>(columnar.search(plan).hits());

            // Then
            assertThat(before).containsAll(hits);
            assertThat(loop > 1 || hits.isEmpty())
                    .as("nobody was looked at before the first loop")
                    .isTrue();
            lost += hits.size() < before.size() ? 1 : 0;
            entries.forEach(columnar::put);
        }
        assertThat(lost).isPositive();
    }
}
