package org.affinity.matching.match.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.ExhaustiveEngine;
import org.affinity.matching.engine.domain.Hit;
import org.affinity.matching.engine.domain.MatchEngine;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.columnar.ColumnarEngine;
import org.affinity.matching.engine.domain.columnar.PlainKernel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An engine that works from the plan and plain code find the same; the seed is the argument of the failing test. */
class BriefPlanPropertyTest {

    private static final int POOL = 150;
    private static final int BRIEFS = 10;
    private static final int K = 50;

    private final List<MatchEngine> engines = List.of(
            new ExhaustiveEngine(ShippedData.COLUMNS.schema()),
            new ColumnarEngine(
                    ShippedData.COLUMNS.schema(), ShippedData.COLUMNS.layout(), new PlainKernel(), Runnable::run));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 25);
    }

    @BeforeEach
    void startEmpty() {
        engines.forEach(MatchEngine::clear);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldFindTheSameAsPlainCode(long seed) {
        // Given
        RandomPool random = new RandomPool(seed);
        List<Candidate> pool = random.candidates(POOL);
        pool.stream().map(ShippedData.ENCODER::encode).forEach(entry -> engines.forEach(engine -> engine.put(entry)));
        List<Brief> briefs =
                IntStream.range(0, BRIEFS).mapToObj(_ -> random.brief()).toList();
        Map<Signal, Integer> weights =
                seed % 2 == 0 ? Map.of() : Map.of(Signal.CREDIBILITY, 0, Signal.COUNTRY_FIT, 999);

        for (Brief brief : briefs) {
            // When
            Plan plan = ShippedData.PLANS.of(brief, weights, ShippedData.AS_OF).forEngine(K);
            List<Answer> answers =
                    engines.stream().map(engine -> engine.search(plan)).toList();
            BriefPlan plain = ShippedData.PLANS.of(brief, weights, ShippedData.AS_OF);
            List<Scored> eligible = eligible(pool, plain);

            // Then
            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.entries()).isEqualTo(POOL);
                assertThat(answer.eligible()).isEqualTo(eligible.size());
                assertThat(plain.rejected(answer)).isEqualTo(rejected(pool, plain));
                assertThat(answer.hits()).isEqualTo(best(eligible));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldRejectWhomTheRulesReject(long seed) {
        // Given
        RandomPool random = new RandomPool(seed);
        List<Candidate> pool = random.candidates(POOL);

        for (int i = 0; i < BRIEFS; i++) {
            Brief brief = random.brief();
            RuleOracle oracle = new RuleOracle(brief, ShippedData.AS_OF);
            BriefPlan plan = ShippedData.PLANS.of(brief, Map.of(), ShippedData.AS_OF);
            for (Candidate candidate : pool) {
                // When
                Verdict verdict = ShippedData.ELIGIBILITY.of(candidate, plan);

                // Then
                EligibilityRule rule = verdict instanceof Verdict.Rejected(EligibilityRule failed) ? failed : null;
                assertThat(rule).as("%s for %s", candidate, brief).isEqualTo(oracle.failed(candidate));
            }
        }
    }

    private static List<Scored> eligible(List<Candidate> pool, BriefPlan plan) {
        List<Scored> eligible = new ArrayList<>();
        for (Candidate candidate : pool) {
            if (ShippedData.ELIGIBILITY.of(candidate, plan) instanceof Verdict.Eligible(Scored scored)) {
                eligible.add(scored);
            }
        }
        return eligible;
    }

    private static Map<EligibilityRule, Integer> rejected(List<Candidate> pool, BriefPlan plan) {
        Map<EligibilityRule, Integer> counts = new EnumMap<>(EligibilityRule.class);
        for (Candidate candidate : pool) {
            if (ShippedData.ELIGIBILITY.of(candidate, plan) instanceof Verdict.Rejected(EligibilityRule rule)) {
                counts.merge(rule, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static List<Hit> best(List<Scored> eligible) {
        return eligible.stream()
                .sorted(Scored.BEST_FIRST)
                .limit(K)
                .map(Scored::hit)
                .toList();
    }
}
