package org.affinity.matching.engine.domain.columnar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.ExhaustiveEngine;
import org.affinity.matching.engine.domain.Hit;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.engine.domain.Rows;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Searches while entries change: each hit is as its entry was at some time of the search. */
class ColumnarEngineConcurrencyTest {

    private static final int SIZE = 6_000;
    private static final int VERSIONS = 40;
    private static final int SEARCHES = 400;

    /** By entry, then version: what it is at that version. */
    private final List<List<Entry>> history = new ArrayList<>();
    /** By entry: the last version whose writing has begun, and has ended. */
    private final AtomicIntegerArray begun = new AtomicIntegerArray(SIZE);

    private final AtomicIntegerArray ended = new AtomicIntegerArray(SIZE);

    @Test
    void shouldFindEachEntryAsItWasAtSomeTimeOfTheSearch() throws Exception {
        search(Processors.one());
    }

    @Test
    void shouldFindEachEntryAsItWasWithSeveralThreadsPerSearch() throws Exception {
        search(new Processors(5, task -> Thread.ofPlatform().daemon().start(task), 0));
    }

    private void search(Processors processors) throws Exception {
        // Given
        var source = new RandomIndex(new SplittableRandom(11));
        List<Plan> plans = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            List<Entry> versions = new ArrayList<>();
            for (int version = 0; version < VERSIONS; version++) {
                versions.add(source.entry(new UUID(0, i), version));
            }
            history.add(versions);
        }
        for (int i = 0; i < 60; i++) {
            plans.add(source.plan());
        }
        try (ExecutorService executor = Executors.newCachedThreadPool()) {
            var engine =
                    new ColumnarEngine(RandomIndex.SCHEMA, RandomIndex.LAYOUT, new PlainKernel(), executor, processors);
            history.forEach(versions -> engine.put(versions.getFirst()));
            AtomicBoolean isOver = new AtomicBoolean();

            // When
            Future<?> writer = CompletableFuture.runAsync(() -> write(engine, isOver), executor);
            List<Future<Integer>> readers = new ArrayList<>();
            for (int reader = 0; reader < 2; reader++) {
                int seed = reader;
                readers.add(executor.submit((Callable<Integer>) () -> search(engine, plans, seed)));
            }
            int hits = 0;
            for (Future<Integer> reader : readers) {
                hits += reader.get();
            }
            isOver.set(true);
            writer.get();

            // Then
            assertThat(hits).isPositive();
            var plain = new ExhaustiveEngine(RandomIndex.SCHEMA);
            for (int i = 0; i < SIZE; i++) {
                plain.put(history.get(i).get(ended.get(i)));
            }
            for (Plan plan : plans) {
                assertThat(engine.search(plan)).isEqualTo(plain.search(plan));
            }
        }
    }

    /** Raises versions of random entries, those of few most of all; lays out anew now and then. */
    private void write(ColumnarEngine engine, AtomicBoolean isOver) {
        var random = new SplittableRandom(5);
        for (int i = 1; !isOver.get(); i++) {
            int entry = random.nextInt(random.nextBoolean() ? SIZE : 50);
            int version = ended.get(entry) + 1;
            if (version < VERSIONS) {
                begun.set(entry, version);
                engine.put(history.get(entry).get(version));
                ended.set(entry, version);
            }
            if (i % 20_000 == 0) {
                engine.cluster();
            }
        }
    }

    private int search(ColumnarEngine engine, List<Plan> plans, int seed) {
        var random = new SplittableRandom(seed);
        int hits = 0;
        for (int i = 0; i < SEARCHES; i++) {
            Plan plan = plans.get(random.nextInt(plans.size()));
            int[] before = new int[SIZE];
            for (int entry = 0; entry < SIZE; entry++) {
                before[entry] = ended.get(entry);
            }
            Answer answer = engine.search(plan);
            Set<UUID> seen = new HashSet<>();
            for (Hit hit : answer.hits()) {
                assertThat(seen.add(hit.id())).isTrue();
                int entry = (int) hit.id().getLeastSignificantBits();
                assertThat(hit).matches(_ -> isOfSomeVersion(plan, hit, before[entry], begun.get(entry)));
            }
            hits += answer.hits().size();
        }
        return hits;
    }

    private boolean isOfSomeVersion(Plan plan, Hit hit, int first, int last) {
        for (int version = first; version <= last; version++) {
            Entry state = history.get((int) hit.id().getLeastSignificantBits()).get(version);
            List<Row> rows = state.rows();
            if (hit.version() == state.version()
                    && hit.row() < rows.size()
                    && plan.rules().stream().allMatch(rule -> Rows.test(rule, rows.get(hit.row())))
                    && Rows.points(plan.terms(), rows.get(hit.row())) == hit.points()) {
                return true;
            }
        }
        return false;
    }
}
