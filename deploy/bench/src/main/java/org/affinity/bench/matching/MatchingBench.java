package org.affinity.bench.matching;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.Hit;
import org.affinity.matching.engine.domain.columnar.ColumnarEngine;

/**
 * The match engine beside a plain scan, Lucene and PostgreSQL: the same creators and briefs, in one process and one
 * run, one client thread, and every answer compared with the scan's.
 *
 * <p>Arguments: number of creators, a folder to write to, where figures go as JSON. PostgreSQL is taken from the
 * environment ({@code BENCH_URL}, {@code BENCH_USER}, {@code BENCH_PASSWORD}) and left out without it.
 */
public final class MatchingBench {

    private static final int BRIEFS = 200;
    private static final int K = 100;
    private static final int LARGE_K = 1_000;
    /** Creators above which the slow contenders are left out. */
    private static final int MOST_FOR_OTHERS = 2_000_000;

    private static final int WARM_UP = 4;
    /** Creators that are made at a time while the engine is filled. */
    private static final int PART = 200_000;

    private final int size;
    private final Path folder;
    private final List<Brief> briefs = BriefLaw.briefs(BRIEFS);
    private final Map<String, Object> figures = new LinkedHashMap<>();

    private MatchingBench(int size, Path folder) {
        this.size = size;
        this.folder = folder;
    }

    /** Runs the benchmark. */
    public static void main(String[] arguments) throws Exception {
        MatchingBench bench = new MatchingBench(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
        bench.run();
        Files.writeString(
                Path.of(arguments[2]),
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(bench.figures) + "\n");
    }

    private void run() throws Exception {
        double load = load();
        figures.put("bench", "matching");
        figures.put("at", Instant.ofEpochMilli(System.currentTimeMillis()).toString());
        figures.put("processors", Runtime.getRuntime().availableProcessors());
        figures.put("creators", size);
        double bandwidth = Bandwidth.gigabytesPerSecond();
        line(
                "machine: %d processors, load average %.1f at the start; one thread sums memory at %.1f GB/s",
                Runtime.getRuntime().availableProcessors(), load, bandwidth);
        figures.put("loadAverageAtStart", load);
        figures.put("sumScanGigabytesPerSecond", bandwidth);
        ColumnarEngine engine = build();
        // Only now, so that they need not be in memory together with the columns before they were laid out.
        Creators creators = new Creators(size);
        new ScanSection(creators, briefs, bandwidth).run(figures);
        ColumnarContender columnar = new ColumnarContender(engine);
        ScanContender scan = new ScanContender(creators);
        List<Contender> contenders = new ArrayList<>(List.of(columnar, scan));
        if (size <= MOST_FOR_OTHERS) {
            addOthers(contenders, creators);
        } else {
            line("Lucene and PostgreSQL are left out above %d creators", MOST_FOR_OTHERS);
        }
        check(columnar, scan, contenders);
        table(contenders);
        largeK(columnar);
        allocation(columnar);
        new ChangesSection(creators, briefs, engine, columnar).run(figures);
        new SnapshotSection(engine, folder, columnar, briefs).run(figures);
        line("load average at the end %.1f", load());
        figures.put("loadAverageAtEnd", load());
        for (Contender contender : contenders) {
            contender.close();
        }
    }

    private ColumnarEngine build() {
        ColumnarEngine engine = ColumnarContender.empty();
        double put = 0;
        for (int first = 0; first < size; first += PART) {
            Creators part = new Creators(first, Math.min(PART, size - first));
            long start = System.nanoTime();
            for (int number = 0; number < part.size; number++) {
                engine.put(part.entry(number));
            }
            put += seconds(start);
        }
        long start = System.nanoTime();
        engine.cluster();
        double cluster = seconds(start);
        line(
                "engine (%s): %d creators put in %.1f s, laid out in %.1f s; %d bytes each",
                engine.kernel().name(), size, put, cluster, engine.bytes() / size);
        figures.put("kernel", engine.kernel().name());
        figures.put("build", Map.of("putSeconds", put, "layoutSeconds", cluster));
        figures.put("bytesPerCreator", engine.bytes() / (double) size);
        return engine;
    }

    private void addOthers(List<Contender> contenders, Creators creators) throws Exception {
        long start = System.nanoTime();
        LuceneContender lucene = LuceneContender.build(creators, folder.resolve("lucene"));
        contenders.add(lucene);
        line("Lucene: built in %.1f s; %d bytes each", seconds(start), lucene.bytes() / size);
        String url = System.getenv("BENCH_URL");
        if (url != null) {
            start = System.nanoTime();
            PostgresContender postgres = PostgresContender.build(
                    creators, url, System.getenv("BENCH_USER"), System.getenv("BENCH_PASSWORD"));
            contenders.add(postgres);
            line("PostgreSQL: built in %.1f s; %d bytes each", seconds(start), postgres.bytes() / size);
        }
    }

    /** All answers of all contenders against the scan's, and the engine's counts too. */
    private void check(ColumnarContender columnar, ScanContender scan, List<Contender> contenders) throws Exception {
        int wrong = 0;
        int full = 0;
        double selectivity = 0;
        for (Brief brief : briefs) {
            List<Hit> expected = scan.top(brief, K);
            Answer answer = columnar.answer(brief, K);
            int rejected = IntStream.of(answer.rejected()).sum();
            wrong += answer.eligible() == scan.eligible() && answer.eligible() + rejected == size ? 0 : 1;
            for (Contender contender : contenders) {
                wrong += contender == scan || contender.top(brief, K).equals(expected) ? 0 : 1;
            }
            full += expected.size() == K ? 1 : 0;
            selectivity += scan.eligible() / (double) size / BRIEFS;
        }
        line(
                "%d briefs, %d of them with %d matches, %.1f %% of creators eligible on average; answers that differ: %d",
                BRIEFS, full, K, 100 * selectivity, wrong);
        figures.put("answersThatDiffer", wrong);
        if (wrong > 0) {
            throw new IllegalStateException(wrong + " answers differ");
        }
    }

    private void table(List<Contender> contenders) throws Exception {
        line("");
        line("milliseconds per brief, lower quartile of its rounds; x: how many times the engine's, geometric mean");
        line(
                "%-22s %9s %9s %9s %9s %9s %9s %8s %7s",
                "CONTENDER", "P50", "P95", "P99", "MEAN", "RAW P50", "RAW P99", "X", "NOISE");
        Timings engine = null;
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Contender contender : contenders) {
            boolean isQuick = contender instanceof ColumnarContender;
            int rounds = isQuick ? 21 : contender instanceof LuceneContender ? 7 : 3;
            Timings timings = measure(
                    contender, K, isQuick ? 3 * WARM_UP : contender instanceof PostgresContender ? 0 : 1, rounds);
            engine = engine == null ? timings : engine;
            rows.add(row(contender.name(), timings, engine.ratio(timings)));
            if (isQuick) {
                for (Brief.Kind kind : Brief.Kind.values()) {
                    rows.add(kind(kind, timings));
                }
            }
        }
        figures.put("warm", rows);
        interleaved(contenders);
    }

    /** All contenders brief by brief: each finds the caches full of the others' data. */
    private void interleaved(List<Contender> contenders) throws Exception {
        List<Timings> timings =
                contenders.stream().map(_ -> new Timings(BRIEFS, 3)).toList();
        for (int round = 0; round < 3; round++) {
            for (int brief = 0; brief < BRIEFS; brief++) {
                for (int place = 0; place < contenders.size(); place++) {
                    long start = System.nanoTime();
                    contenders.get(place).top(briefs.get(brief), K);
                    timings.get(place).set(brief, round, System.nanoTime() - start);
                }
            }
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int place = 0; place < contenders.size(); place++) {
            rows.add(row(
                    contenders.get(place).name() + ", cold",
                    timings.get(place),
                    timings.getFirst().ratio(timings.get(place))));
        }
        figures.put("interleaved", rows);
    }

    private void largeK(ColumnarContender columnar) throws Exception {
        Timings timings = measure(columnar, LARGE_K, 2, 7);
        figures.put("k1000", row("engine, k = " + LARGE_K, timings, Double.NaN));
    }

    private Timings measure(Contender contender, int k, int warmUp, int rounds) throws Exception {
        Timings timings = new Timings(BRIEFS, rounds);
        for (int round = -warmUp; round < rounds; round++) {
            for (int brief = 0; brief < BRIEFS; brief++) {
                long start = System.nanoTime();
                contender.top(briefs.get(brief), k);
                if (round >= 0) {
                    timings.set(brief, round, System.nanoTime() - start);
                }
            }
        }
        return timings;
    }

    private Map<String, Object> kind(Brief.Kind kind, Timings timings) {
        double[] millis = timings.quietMillis(IntStream.range(0, BRIEFS)
                .filter(brief -> briefs.get(brief).kind() == kind)
                .boxed()
                .toList());
        String name = "  " + kind.name().toLowerCase(Locale.ROOT) + " briefs";
        line(
                "%-22s %9.3f %9.3f %9.3f %9.3f",
                name,
                Timings.percentile(millis, 0.5),
                Timings.percentile(millis, 0.95),
                Timings.percentile(millis, 0.99),
                Timings.mean(millis));
        return Map.of(
                "name", name.strip(), "p50", Timings.percentile(millis, 0.5), "p99", Timings.percentile(millis, 0.99));
    }

    private static Map<String, Object> row(String name, Timings timings, double ratio) {
        double[] quiet = timings.quietMillis();
        double[] raw = timings.rawMillis();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("p50", Timings.percentile(quiet, 0.5));
        row.put("p95", Timings.percentile(quiet, 0.95));
        row.put("p99", Timings.percentile(quiet, 0.99));
        row.put("mean", Timings.mean(quiet));
        row.put("rawP50", Timings.percentile(raw, 0.5));
        row.put("rawP99", Timings.percentile(raw, 0.99));
        row.put("ratio", Double.isNaN(ratio) ? null : ratio);
        row.put("spread", timings.spread());
        line(
                "%-22s %9.3f %9.3f %9.3f %9.3f %9.3f %9.3f %8s %6.0f%%",
                name,
                row.get("p50"),
                row.get("p95"),
                row.get("p99"),
                row.get("mean"),
                row.get("rawP50"),
                row.get("rawP99"),
                Double.isNaN(ratio) ? "" : String.format(Locale.ROOT, "%.1f", ratio),
                100 * timings.spread());
        return row;
    }

    private void allocation(ColumnarContender columnar) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        briefs.forEach(brief -> columnar.top(brief, K));
        long perQuery = (threads.getCurrentThreadAllocatedBytes() - before) / BRIEFS;
        line("");
        line("allocated per query, plan and answer included: %d bytes", perQuery);
        figures.put("allocatedBytesPerQuery", perQuery);
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    static void line(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
