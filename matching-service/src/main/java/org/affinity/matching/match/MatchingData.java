package org.affinity.matching.match;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.affinity.matching.match.domain.BriefPlans;
import org.affinity.matching.match.domain.BriefReview;
import org.affinity.matching.match.domain.CandidateEncoder;
import org.affinity.matching.match.domain.Categories;
import org.affinity.matching.match.domain.Columns;
import org.affinity.matching.match.domain.EligibilityData;
import org.affinity.matching.match.domain.EngagementBenchmarks;
import org.affinity.matching.match.domain.Matcher;
import org.affinity.matching.match.domain.MechanicRules;
import org.affinity.matching.match.domain.PanelModel;
import org.affinity.matching.match.domain.PanelPlanner;
import org.affinity.matching.match.domain.PriceTable;
import org.affinity.matching.match.domain.ScoringModel;
import org.affinity.matching.match.domain.TextAnalysis;
import org.affinity.matching.match.text.LuceneTextAnalysis;

/** The versioned data that matching works with, read once from the files that ship with the service. */
@Singleton
class MatchingData {

    private final ScoringModel model;
    private final EligibilityData rules;
    private final EngagementBenchmarks benchmarks;
    private final PriceTable prices;
    private final PanelModel panelModel;
    private final PanelPlanner panels;
    private final Categories categories;
    private final Columns columns;
    private final CandidateEncoder encoder;
    private final Matcher matcher;

    MatchingData(ObjectMapper json, Creators creators, MatchTimes times) {
        this.model = read(json, "scoring-model-v3.json", ScoringModel.class);
        this.rules = read(json, "eligibility-rules-v2.json", EligibilityData.class);
        this.benchmarks = read(json, "engagement-benchmarks-v2.json", EngagementBenchmarks.class);
        this.prices = read(json, "price-table-v1.json", PriceTable.class);
        this.panelModel = read(json, "panel-model-v1.json", PanelModel.class);
        TextAnalysis analysis = new LuceneTextAnalysis();
        this.categories = Categories.shipped(analysis);
        this.panels = new PanelPlanner(panelModel, model.panelExponents(), categories);
        this.columns = new Columns(categories);
        this.encoder = new CandidateEncoder(model, benchmarks, prices, columns, categories, analysis);
        BriefPlans plans = new BriefPlans(model, rules, columns, categories, analysis);
        this.matcher = new Matcher(
                model,
                benchmarks,
                prices,
                read(json, "mechanic-rules-v3.json", MechanicRules.class),
                plans,
                encoder,
                creators,
                categories,
                panels,
                times);
    }

    private static <T> T read(ObjectMapper json, String file, Class<T> type) {
        try (InputStream content = MatchingData.class.getResourceAsStream("/" + file)) {
            return json.readValue(content, type);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    String modelVersion() {
        return model.version();
    }

    String benchmarkVersion() {
        return benchmarks.version();
    }

    String priceTableVersion() {
        return prices.version();
    }

    String rulesVersion() {
        return rules.version();
    }

    Categories categories() {
        return categories;
    }

    /** The columns that an engine's index needs. */
    Columns columns() {
        return columns;
    }

    /** Turns creators into entries of an engine's index. */
    CandidateEncoder encoder() {
        return encoder;
    }

    String panelModelVersion() {
        return panelModel.version();
    }

    PanelModel panelModel() {
        return panelModel;
    }

    /** Reviews single creators. */
    BriefReview.Desk desk() {
        return matcher.desk();
    }

    PanelPlanner panels() {
        return panels;
    }

    Matcher matcher() {
        return matcher;
    }
}
