package org.affinity.bench.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.Hit;

/** How long contenders take for the same briefs: one after the other with warm caches, then brief by brief in turn. */
final class LatencySection {

    /** Creators that each brief asks for. */
    static final int K = 100;

    private static final int LARGE_K = 1_000;

    private final List<Brief> briefs;
    private final List<Contender> contenders;

    /** The first contender is what the others are compared with. */
    LatencySection(List<Brief> briefs, List<Contender> contenders) {
        this.briefs = briefs;
        this.contenders = contenders;
    }

    /** All answers of all contenders against the scan's, and the engine's counts too. */
    void check(ColumnarContender columnar, ScanContender scan, Map<String, Object> figures) throws Exception {
        int size = columnar.size();
        int wrong = 0;
        int full = 0;
        double selectivity = 0;
        for (Brief brief : briefs) {
            List<Hit> expected = scan.top(brief, K);
            Answer answer = columnar.answer(brief, K);
            int rejected = IntStream.of(answer.rejected()).sum();
            wrong += answer.eligible() == scan.eligible() && answer.eligible() + rejected == size ? 0 : 1;
            for (Contender contender : contenders) {
                wrong += contender == scan || agrees(contender, brief, expected, answer) ? 0 : 1;
            }
            full += expected.size() == K ? 1 : 0;
            selectivity += scan.eligible() / (double) size / briefs.size();
        }
        MatchingBench.line(
                "%d briefs, %d of them with %d matches, %.1f %% of creators eligible on average; answers that differ: %d",
                briefs.size(), full, K, 100 * selectivity, wrong);
        figures.put("answersThatDiffer", wrong);
        if (wrong > 0) {
            throw new IllegalStateException(wrong + " answers differ");
        }
    }

    private static boolean agrees(Contender contender, Brief brief, List<Hit> hits, Answer whole) throws Exception {
        return contender instanceof AnswerContender other
                ? other.answer(brief, K).equals(whole) && whole.hits().equals(hits)
                : contender.top(brief, K).equals(hits);
    }

    /** Times of all contenders, and of the engine with long lists. */
    void run(ColumnarContender columnar, Map<String, Object> figures) throws Exception {
        MatchingBench.line("");
        MatchingBench.line(
                "milliseconds per brief, lower quartile of its rounds; x: how many times the engine's, geometric mean");
        MatchingBench.line(
                "the engine and 'whole answer' also count whom each rule rejects; all others give the best %d only", K);
        MatchingBench.line(
                "%-22s %9s %9s %9s %9s %9s %9s %8s %7s",
                "CONTENDER", "P50", "P95", "P99", "MEAN", "RAW P50", "RAW P99", "X", "NOISE");
        Timings engine = null;
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Contender contender : contenders) {
            Timings timings = measure(contender, K, contender.rounds());
            engine = engine == null ? timings : engine;
            rows.add(row(contender.name(), timings, engine.ratio(timings)));
            if (contender == columnar) {
                for (Brief.Kind kind : Brief.Kind.values()) {
                    rows.add(kind(kind, timings));
                }
            }
        }
        figures.put("warm", rows);
        if (contenders.size() > 1) {
            figures.put("interleaved", interleaved());
        }
        figures.put(
                "k1000",
                row("engine, k = " + LARGE_K, measure(columnar, LARGE_K, new Contender.Rounds(2, 7)), Double.NaN));
    }

    /** All contenders brief by brief: each finds the caches full of the others' data. */
    private List<Map<String, Object>> interleaved() throws Exception {
        List<Timings> timings =
                contenders.stream().map(_ -> new Timings(briefs.size(), 3)).toList();
        for (int round = 0; round < 3; round++) {
            for (int brief = 0; brief < briefs.size(); brief++) {
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
        return rows;
    }

    private Timings measure(Contender contender, int k, Contender.Rounds rounds) throws Exception {
        return Timings.of(briefs, rounds, brief -> contender.top(brief, k));
    }

    private Map<String, Object> kind(Brief.Kind kind, Timings timings) {
        double[] millis = timings.quietMillis(IntStream.range(0, briefs.size())
                .filter(brief -> briefs.get(brief).kind() == kind)
                .boxed()
                .toList());
        String name = "  " + kind.name().toLowerCase(Locale.ROOT) + " briefs";
        MatchingBench.line(
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
        MatchingBench.line(
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
}
