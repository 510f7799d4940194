package org.affinity.bench.matching;

import java.util.List;
import org.affinity.matching.engine.Kernels;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.Hit;
import org.affinity.matching.engine.domain.columnar.ColumnarEngine;
import org.affinity.matching.engine.domain.columnar.Layout;

/** The engine under test. */
final class ColumnarContender implements AnswerContender {

    /** Country, tier, quality in sixteen bands, category; the signals with their typical weights. */
    static final Layout LAYOUT = new Layout(
            List.of(
                    new Layout.Key(World.OWN_COUNTRY, 0),
                    new Layout.Key(World.TIER, 0),
                    new Layout.Key(Layout.QUALITY, 4),
                    new Layout.Key(World.MAIN_CATEGORY, 0)),
            List.of(
                    new Layout.Quality(World.ENGAGEMENT, 11, 125),
                    new Layout.Quality(World.AUTHENTICITY, 12, 125),
                    new Layout.Quality(World.SAFETY, 6, 125),
                    new Layout.Quality(World.PAST, 6, 125),
                    new Layout.Quality(World.RESPONSIVENESS, 5, 125),
                    new Layout.Quality(World.CHEAPNESS, 5, 125)));

    private final ColumnarEngine engine;

    ColumnarContender(ColumnarEngine engine) {
        this.engine = engine;
    }

    static ColumnarEngine empty() {
        return new ColumnarEngine(World.schema(), LAYOUT, Kernels.best(), _ -> {
            // Laid out when the bench says so.
        });
    }

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public List<Hit> top(Brief brief, int k) {
        return answer(brief, k).hits();
    }

    @Override
    public Rounds rounds() {
        return new Rounds(12, 21);
    }

    int size() {
        return engine.size();
    }

    @Override
    public Answer answer(Brief brief, int k) {
        return engine.search(brief.plan(k));
    }
}
