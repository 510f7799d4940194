package org.affinity.matching.engine.opensearch;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.MatchEngine;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.columnar.ColumnarEngine;
import org.affinity.matching.engine.domain.columnar.Layout;
import org.affinity.matching.engine.domain.columnar.PlainKernel;

/**
 * Measures both engines in one run on the same plans, after warming up: {@code EngineComparison [creators] [k]}. The
 * node is in this JVM, and is asked by HTTP as a cluster would be.
 */
final class EngineComparison {

    private static final int PLANS = 30;
    private static final int BATCH = 2_000;

    private EngineComparison() {}

    public static void main(String[] arguments) throws Exception {
        int creators = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int k = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        List<Plan> plans =
                IntStream.range(0, PLANS).mapToObj(i -> MarketIndex.plan(i, k)).toList();
        try (var node = OpenSearchNodes.alone(Path.of("target", "opensearch"));
                var opensearch =
                        new OpenSearchEngine(MarketIndex.SCHEMA, node.settings("comparison"), new ObjectMapper())) {
            opensearch.clear();
            var columnar = new ColumnarEngine(
                    MarketIndex.SCHEMA,
                    new Layout(List.of(new Layout.Key(3, 0), new Layout.Key(1, 0), new Layout.Key(2, 0)), List.of()),
                    new PlainKernel(),
                    Runnable::run);
            say("memory: %d creators in %.1f s", creators, feed(columnar, creators));
            columnar.cluster();
            say("opensearch: %d creators in %.1f s", creators, feed(opensearch, creators));
            node.settle();
            say(
                    "opensearch: %d bytes/creator on disk; memory: %d",
                    node.bytes() / creators, columnar.bytes() / creators);
            say("%d of %d plans answered differently", different(columnar, opensearch, plans), plans.size());
            int rounds = creators > 500_000 ? 5 : 8;
            times("memory", columnar, plans, 40);
            times("opensearch", opensearch, plans, rounds);
            throughput("memory", columnar, plans, 4_000);
            throughput("opensearch", opensearch, plans, creators > 500_000 ? 60 : 240);
            updates("memory", columnar, 1);
            updates("opensearch", opensearch, 1);
            updates("opensearch", opensearch, BATCH);
            long started = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                opensearch.put(MarketIndex.entry(i, 4));
                opensearch.size();
            }
            say("opensearch: change to visible %.1f ms", (System.nanoTime() - started) / 20e6);
        }
        System.exit(0);
    }

    private static double feed(MatchEngine engine, int creators) {
        long started = System.nanoTime();
        for (int first = 0; first < creators; first += BATCH) {
            engine.putAll(IntStream.range(first, Math.min(creators, first + BATCH))
                    .mapToObj(i -> MarketIndex.entry(i, 1))
                    .toList());
        }
        engine.size();
        return (System.nanoTime() - started) / 1e9;
    }

    private static long different(MatchEngine one, MatchEngine other, List<Plan> plans) {
        long eligible = 0;
        long different = 0;
        for (Plan plan : plans) {
            Answer answer = one.search(plan);
            eligible += answer.eligible();
            different += answer.equals(other.search(plan)) ? 0 : 1;
        }
        say("%d eligible on average", eligible / plans.size());
        return different;
    }

    private static void times(String name, MatchEngine engine, List<Plan> plans, int rounds) {
        double[][] times = new double[plans.size()][rounds];
        for (int round = -2; round < rounds; round++) {
            for (int plan = 0; plan < times.length; plan++) {
                long started = System.nanoTime();
                engine.search(plans.get(plan));
                if (round >= 0) {
                    times[plan][round] = (System.nanoTime() - started) / 1e6;
                }
            }
        }
        Arrays.stream(times).forEach(Arrays::sort);
        for (int breadth = 0; breadth < 3; breadth++) {
            int which = breadth;
            percentiles(
                    name + " " + List.of("narrow", "medium", "broad").get(breadth),
                    IntStream.range(0, times.length)
                            .filter(plan -> plan % 3 == which)
                            .mapToDouble(plan -> times[plan][rounds / 4])
                            .toArray());
        }
        percentiles(
                name + " quiet",
                Arrays.stream(times).mapToDouble(plan -> plan[rounds / 4]).toArray());
        percentiles(
                name + " raw",
                Arrays.stream(times).flatMapToDouble(Arrays::stream).toArray());
    }

    private static void percentiles(String name, double[] millis) {
        Arrays.sort(millis);
        say(
                "%-20s p50 %8.3f  p99 %8.3f  mean %8.3f ms",
                name,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                Arrays.stream(millis).average().orElse(0));
    }

    private static void throughput(String name, MatchEngine engine, List<Plan> plans, int searches) throws Exception {
        int threads = 4;
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            long started = System.nanoTime();
            List<Callable<Integer>> tasks = IntStream.range(0, searches)
                    .<Callable<Integer>>mapToObj(i ->
                            () -> engine.search(plans.get(i % plans.size())).eligible())
                    .toList();
            for (Future<Integer> search : executor.invokeAll(tasks)) {
                search.get();
            }
            say("%s: %.0f searches/s from %d threads", name, searches * 1e9 / (System.nanoTime() - started), threads);
        }
    }

    private static void updates(String name, MatchEngine engine, int batch) {
        int updates = batch == 1 ? 1_000 : 10_000;
        long started = System.nanoTime();
        for (int i = 0; i < updates; i += batch) {
            engine.putAll(IntStream.range(i, i + batch)
                    .mapToObj(number -> MarketIndex.entry(number, 3))
                    .toList());
        }
        engine.size();
        say("%s: %.0f updates/s in batches of %d", name, updates * 1e9 / (System.nanoTime() - started), batch);
    }

    @SuppressWarnings("AnnotateFormatMethod") // A reader of the output sees it at once.
    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
