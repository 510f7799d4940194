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
import java.util.Set;
import org.affinity.matching.engine.domain.columnar.ColumnarEngine;

/**
 * The match engine beside a plain scan, Lucene and PostgreSQL: the same creators and briefs, in one process and one
 * run, one client thread, and every answer compared with the scan's.
 *
 * <p>Arguments: number of creators, a folder to write to, where figures go as JSON, and which sections are wanted
 * beside the engine's own latency, with commas between (scan, others, answers, parts, changes, snapshot). PostgreSQL is
 * taken from the environment ({@code BENCH_URL}, {@code BENCH_USER}, {@code BENCH_PASSWORD}) and left out without it.
 */
public final class MatchingBench {

    private static final int BRIEFS = 200;
    /** Creators above which the slow contenders are left out. */
    private static final int MOST_FOR_OTHERS = 2_000_000;

    /** Creators that are made at a time while the engine is filled. */
    private static final int PART = 200_000;

    private final int size;
    private final Path folder;
    private final Set<String> sections;
    private final List<Brief> briefs = BriefLaw.briefs(BRIEFS);
    private final Map<String, Object> figures = new LinkedHashMap<>();

    private MatchingBench(int size, Path folder, Set<String> sections) {
        this.size = size;
        this.folder = folder;
        this.sections = sections;
    }

    /** Runs the benchmark. */
    public static void main(String[] arguments) throws Exception {
        MatchingBench bench = new MatchingBench(
                Integer.parseInt(arguments[0]), Path.of(arguments[1]), Set.of(arguments[3].split(",")));
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
        if (sections.contains("scan")) {
            new ScanSection(creators, briefs, bandwidth).run(figures);
        }
        ColumnarContender columnar = new ColumnarContender(engine);
        ScanContender scan = new ScanContender(creators);
        List<Contender> contenders = new ArrayList<>(List.of(columnar));
        if (sections.contains("others")) {
            addOthers(contenders, scan, creators);
        }
        LatencySection latency = new LatencySection(briefs, contenders);
        if (sections.contains("answers")) {
            latency.check(columnar, scan, figures);
        }
        latency.run(columnar, figures);
        allocation(columnar);
        if (sections.contains("parts")) {
            new PartsSection(briefs, engine).run(figures);
        }
        if (sections.contains("changes")) {
            new ChangesSection(creators, briefs, engine, columnar).run(figures);
        }
        if (sections.contains("snapshot")) {
            new SnapshotSection(engine, folder, columnar, briefs).run(figures);
        }
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

    /** In an order in which none comes right after another one that has read the same for the same brief. */
    private void addOthers(List<Contender> contenders, ScanContender scan, Creators creators) throws Exception {
        if (size > MOST_FOR_OTHERS) {
            contenders.add(scan);
            line("Lucene and PostgreSQL are left out above %d creators", MOST_FOR_OTHERS);
            return;
        }
        long start = System.nanoTime();
        LuceneIndex lucene = LuceneIndex.build(creators, folder.resolve("lucene"));
        contenders.addAll(List.of(new LuceneContender(lucene), scan, new LuceneAnswerContender(lucene)));
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

    private void allocation(ColumnarContender columnar) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        briefs.forEach(brief -> columnar.top(brief, LatencySection.K));
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
