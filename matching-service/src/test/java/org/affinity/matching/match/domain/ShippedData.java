package org.affinity.matching.match.domain;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.engine.domain.columnar.ColumnarEngine;
import org.affinity.matching.engine.domain.columnar.PlainKernel;
import org.affinity.matching.match.text.LuceneTextAnalysis;

/** The versioned data that ships with the service, and the parts made from it. */
final class ShippedData {

    static final Instant AS_OF = Instant.parse("2026-02-01T00:00:00Z");
    static final ScoringModel MODEL = read("scoring-model-v3.json", ScoringModel.class);
    static final EngagementBenchmarks BENCHMARKS = read("engagement-benchmarks-v2.json", EngagementBenchmarks.class);
    static final PriceTable PRICES = read("price-table-v1.json", PriceTable.class);
    static final EligibilityData RULES = read("eligibility-rules-v2.json", EligibilityData.class);
    static final MechanicRules MECHANICS = read("mechanic-rules-v3.json", MechanicRules.class);
    static final Expectations EXPECTATIONS = new Expectations(MODEL, BENCHMARKS);
    static final Pricing PRICING = new Pricing(PRICES);
    static final TextAnalysis ANALYSIS = new LuceneTextAnalysis();
    static final Categories CATEGORIES = Categories.shipped(ANALYSIS);
    static final Columns COLUMNS = new Columns(CATEGORIES);
    static final CandidateEncoder ENCODER =
            new CandidateEncoder(MODEL, BENCHMARKS, PRICES, COLUMNS, CATEGORIES, ANALYSIS);
    static final BriefPlans PLANS = new BriefPlans(MODEL, RULES, COLUMNS, CATEGORIES, ANALYSIS);
    static final RowMemory MEMORY = new LastRows();
    static final Eligibility ELIGIBILITY = new Eligibility(new EncodedCandidates(ENCODER, MEMORY));
    static final PanelModel PANEL_MODEL = read("panel-model-v1.json", PanelModel.class);
    static final PanelPlanner PANELS = new PanelPlanner(PANEL_MODEL, MODEL.panelExponents(), CATEGORIES);
    static final Matcher MATCHER = new Matcher(
            MODEL, BENCHMARKS, PRICES, MECHANICS, PLANS, ENCODER, MEMORY, CATEGORIES, PANELS, Stopwatch.NONE);

    private ShippedData() {}

    /** Matches without any wish but those of the brief, by the engine that the service uses. */
    static MatchResult match(Brief brief, Collection<Candidate> candidates, int k) {
        return MATCHER.match(brief, PanelOptions.NONE, Map.of(), pool(candidates), AS_OF, RankingOptions.best(k));
    }

    static CandidatePool pool(Collection<Candidate> candidates) {
        var engine = new ColumnarEngine(COLUMNS.schema(), COLUMNS.layout(), new PlainKernel(), Runnable::run);
        Map<UUID, Candidate> byId = new HashMap<>();
        for (Candidate candidate : candidates) {
            engine.put(ENCODER.encode(candidate));
            byId.put(candidate.creatorId(), candidate);
        }
        return new CandidatePool(engine, ids -> byId, () -> true);
    }

    /** Remembers the last state of every creator of a test. */
    private static final class LastRows implements RowMemory {

        private record Encoded(Candidate candidate, List<Row> rows) {}

        private final Map<UUID, Encoded> known = new ConcurrentHashMap<>();

        @Override
        @SuppressWarnings("ReferenceEquality") // As the service does.
        public List<Row> rows(Candidate candidate, Function<Candidate, List<Row>> encode) {
            return known.compute(
                            candidate.creatorId(),
                            (id, last) -> last != null && last.candidate() == candidate
                                    ? last
                                    : new Encoded(candidate, encode.apply(candidate)))
                    .rows();
        }
    }

    private static <T> T read(String file, Class<T> type) {
        try (InputStream content = ShippedData.class.getResourceAsStream("/" + file)) {
            return new ObjectMapper().readValue(content, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
