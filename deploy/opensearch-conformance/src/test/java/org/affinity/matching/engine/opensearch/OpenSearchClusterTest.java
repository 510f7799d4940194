package org.affinity.matching.engine.opensearch;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.MatchingProblem;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.ExhaustiveEngine;
import org.affinity.matching.engine.domain.MatchEngine;
import org.affinity.matching.engine.domain.MatchEngineConformance;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.Schema;
import org.affinity.matching.engine.domain.columnar.RandomIndex;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the engine to the plain one where the index is in two shards, each of them on two nodes. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenSearchClusterTest extends MatchEngineConformance {

    private static final long SEED = 20_261_123;

    private static OpenSearchNodes nodes;
    private final List<OpenSearchEngine> engines = new ArrayList<>();
    private final RandomIndex source = new RandomIndex(new SplittableRandom(SEED));
    private final MatchEngine plain = new ExhaustiveEngine(RandomIndex.SCHEMA);

    @BeforeAll
    static void start() {
        nodes = OpenSearchNodes.cluster(Path.of("target", "opensearch"));
    }

    @AfterAll
    static void stop() throws IOException {
        nodes.close();
    }

    @AfterEach
    void disconnect() {
        engines.forEach(OpenSearchEngine::close);
    }

    @Override
    protected int rounds() {
        return 3;
    }

    @Override
    protected MatchEngine emptyEngine(Schema schema) {
        MatchEngine engine = engine(schema);
        engine.clear();
        return engine;
    }

    private MatchEngine engine(Schema schema) {
        OpenSearchEngine engine = new OpenSearchEngine(schema, nodes.settings("cluster"), new ObjectMapper());
        engines.add(engine);
        return engine;
    }

    @Test
    void shouldHoldTheNewestStatesWhicheverReplicaIsAhead() throws Exception {
        // Given: all states of each entry, taken over by one replica in order and by the other in none
        MatchEngine one = emptyEngine(RandomIndex.SCHEMA);
        MatchEngine other = engine(RandomIndex.SCHEMA);
        List<Entry> states = IntStream.range(0, 150)
                .boxed()
                .flatMap(number ->
                        IntStream.rangeClosed(1, 4).mapToObj(version -> source.entry(source.id(number), version)))
                .toList();
        List<Entry> shuffled = new ArrayList<>(states);
        Collections.shuffle(shuffled, new Random(SEED));
        plain.putAll(states);

        // When
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            List<Future<?>> feeding = List.of(
                    replicas.submit(() -> inBatches(states, one)), replicas.submit(() -> inBatches(shuffled, other)));
            for (Future<?> replica : feeding) {
                replica.get();
            }
        }

        // Then
        assertSame(one, plans());
        assertSame(other, plans());
    }

    private static void inBatches(List<Entry> states, MatchEngine replica) {
        for (int first = 0; first < states.size(); first += 50) {
            replica.putAll(states.subList(first, first + 50));
        }
    }

    @Test
    void shouldNotBringBackWhoWasRemovedByTheReplicaThatIsAhead() {
        // Given
        MatchEngine ahead = emptyEngine(RandomIndex.SCHEMA);
        MatchEngine behind = engine(RandomIndex.SCHEMA);
        Entry gone = source.entry(source.id(1), 3);
        Entry stays = source.entry(source.id(2), 3);
        ahead.putAll(List.of(gone, stays));
        ahead.remove(gone.id());
        plain.put(stays);

        // When
        behind.putAll(List.of(source.entry(gone.id(), 2), gone, source.entry(stays.id(), 2)));
        behind.remove(gone.id());

        // Then
        assertSame(behind, plans());
        assertSame(ahead, plans());
    }

    /** Meanwhile it may not answer, but what it answers is right. */
    @Test
    @Order(Integer.MAX_VALUE)
    void shouldAnswerAsBeforeWhileANodeGoesAndAfterwards() throws Exception {
        // Given
        MatchEngine engine = emptyEngine(RandomIndex.SCHEMA);
        List<Entry> entries = IntStream.range(0, 400)
                .mapToObj(number -> source.entry(source.id(number), 1))
                .toList();
        engine.putAll(entries);
        plain.putAll(entries);
        nodes.awaitCopies();
        List<Plan> plans = plans();
        assertSame(engine, plans);

        // When
        AtomicBoolean gone = new AtomicBoolean();
        int answers;
        try (ExecutorService searcher = Executors.newSingleThreadExecutor()) {
            Future<Integer> searching = searcher.submit(() -> searchUntil(gone, engine, plans));
            try {
                nodes.stopOne();
            } finally {
                gone.set(true);
            }
            answers = searching.get();
        }

        // Then
        assertThat(answers).isPositive();
        assertSame(engine, plans);
        List<Entry> changed = entries.subList(0, 100).stream()
                .map(entry -> source.entry(entry.id(), 2))
                .toList();
        for (MatchEngine each : List.of(plain, engine)) {
            each.putAll(changed);
            each.remove(entries.getLast().id());
        }
        assertSame(engine, plans);
    }

    /** How many right answers there were. */
    private int searchUntil(AtomicBoolean done, MatchEngine engine, List<Plan> plans) {
        int answers = 0;
        for (int i = 0; !done.get(); i++) {
            Plan plan = plans.get(i % plans.size());
            try {
                Answer answer = engine.search(plan);
                assertThat(answer).isEqualTo(plain.search(plan));
                answers++;
            } catch (DomainException refused) {
                // For as long as the other copy is not in charge.
                assertThat(refused.type()).isEqualTo(MatchingProblem.ENGINE_UNAVAILABLE);
            }
        }
        return answers;
    }

    private List<Plan> plans() {
        return Stream.generate(source::plan).limit(20).toList();
    }

    private void assertSame(MatchEngine engine, List<Plan> plans) {
        for (Plan plan : plans) {
            assertThat(engine.search(plan)).isEqualTo(plain.search(plan));
        }
        assertThat(engine.size()).isEqualTo(plain.size());
    }
}
