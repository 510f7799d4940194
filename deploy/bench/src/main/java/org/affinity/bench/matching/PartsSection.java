package org.affinity.bench.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.Term;
import org.affinity.matching.engine.domain.columnar.ColumnarEngine;

/**
 * What each part of an answer takes: the same briefs with one part more each time, from the plan alone to all of the
 * answer.
 */
final class PartsSection {

    private static final Contender.Rounds ROUNDS = new Contender.Rounds(12, 21);

    private final List<Brief> briefs;
    private final ColumnarEngine engine;

    PartsSection(List<Brief> briefs, ColumnarEngine engine) {
        this.briefs = briefs;
        this.engine = engine;
    }

    void run(Map<String, Object> figures) throws Exception {
        MatchingBench.line("");
        MatchingBench.line("parts of the engine's answer, each line with all above it; milliseconds per brief");
        MatchingBench.line("%-42s %9s %9s %9s", "PARTS", "P50", "P99", "MEAN");
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(row("the plan", brief -> brief.plan(LatencySection.K)));
        rows.add(row("who is eligible, rejections by rule", brief -> engine.search(brief.plan(0))));
        rows.add(row("the best by audience, topics and signals", brief -> engine.search(withoutWords(brief))));
        rows.add(row("keywords: all", brief -> engine.search(brief.plan(LatencySection.K))));
        figures.put("parts", rows);
    }

    private static Plan withoutWords(Brief brief) {
        Plan plan = brief.plan(LatencySection.K);
        List<Term> terms = plan.terms().stream()
                .filter(term -> !(term instanceof Term.KeywordPoints))
                .toList();
        return new Plan(plan.rules(), terms, plan.k());
    }

    private Map<String, Object> row(String name, Timings.Work part) throws Exception {
        Timings timings = Timings.of(briefs, ROUNDS, part);
        double[] quiet = timings.quietMillis();
        double p50 = Timings.percentile(quiet, 0.5);
        double p99 = Timings.percentile(quiet, 0.99);
        MatchingBench.line("%-42s %9.3f %9.3f %9.3f", name, p50, p99, Timings.mean(quiet));
        return Map.of("name", name, "p50", p50, "p99", p99, "mean", Timings.mean(quiet));
    }
}
