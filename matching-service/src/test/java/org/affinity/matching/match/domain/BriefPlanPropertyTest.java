package org.affinity.matching.match.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.ExhaustiveEngine;
import org.affinity.matching.engine.domain.Hit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An engine that works from the plan and plain code find the same; the seed is the argument of the failing test. */
class BriefPlanPropertyTest {

    private static final int POOL = 150;
    private static final int BRIEFS = 10;
    private static final int K = 50;

    private final ExhaustiveEngine engine = new ExhaustiveEngine(ShippedData.COLUMNS.schema());

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 25);
    }

    @BeforeEach
    void startEmpty() {
        engine.clear();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldFindTheSameAsPlainCode(long seed) {
        // Given
        RandomPool random = new RandomPool(seed);
        List<Candidate> pool = random.candidates(POOL);
        pool.forEach(candidate -> engine.put(ShippedData.ENCODER.encode(candidate)));
        List<Brief> briefs =
                IntStream.range(0, BRIEFS).mapToObj(_ -> random.brief()).toList();
        Map<Signal, Integer> weights = seed % 2 == 0 ? Map.of() : Map.of(Signal.CREDIBILITY, 0, Signal.COUNTRY_FIT, 999);

        for (Brief brief : briefs) {
            // When
            Answer answer =
                    engine.search(ShippedData.PLANS.forEngine(brief, weights, ShippedData.AS_OF, K));
            MatchResult plain = ShippedData.MATCHER.match(
                    brief, PanelOptions.NONE, weights, pool, ShippedData.AS_OF, K);

            // Then
            assertThat(answer.entries()).isEqualTo(POOL);
            assertThat(answer.eligible()).isEqualTo(plain.eligibleCount());
            assertThat(counted(answer)).isEqualTo(plain.rejected());
            assertThat(answer.hits()).isEqualTo(hits(plain));
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

    private static Map<EligibilityRule, Integer> counted(Answer answer) {
        Map<EligibilityRule, Integer> counts = new LinkedHashMap<>();
        for (EligibilityRule rule : EligibilityRule.values()) {
            int count = answer.rejected()[counts(rule)];
            if (count > 0) {
                counts.put(rule, count);
            }
        }
        return counts;
    }

    private static int counts(EligibilityRule rule) {
        return List.of(EligibilityRule.values()).indexOf(rule);
    }

    private static List<Hit> hits(MatchResult plain) {
        List<Hit> hits = new ArrayList<>();
        plain.ranking().forEach(ranked -> {
            Candidate candidate = ranked.offer().candidate();
            hits.add(new Hit(
                    candidate.creatorId(),
                    candidate.accounts().indexOf(ranked.offer().account()),
                    ranked.points()));
        });
        return hits;
    }
}
