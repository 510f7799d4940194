package org.affinity.bench.matching;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.affinity.matching.engine.domain.Hit;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Lucene's best for a brief, without saying how many each rule rejects. Closes the index. */
final class LuceneContender implements Contender {

    private final LuceneIndex index;

    LuceneContender(LuceneIndex index) {
        this.index = index;
    }

    @Override
    public String name() {
        return "Lucene, hits only";
    }

    @Override
    public Rounds rounds() {
        return new Rounds(4, 7);
    }

    @Override
    public List<Hit> top(Brief brief, int k) throws IOException {
        return index.searcher().search(query(brief), new Manager(brief, k));
    }

    private static Query query(Brief brief) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (LuceneIndex.Rule rule : LuceneIndex.rules(brief)) {
            query.add(rule.query(), rule.isRefused() ? BooleanClause.Occur.MUST_NOT : BooleanClause.Occur.FILTER);
        }
        return query.build();
    }

    @Override
    public void close() throws IOException {
        index.close();
    }

    /** One collector: everything on the thread that asks. */
    private record Manager(Brief brief, int k) implements CollectorManager<Scoring, List<Hit>> {

        @Override
        public Scoring newCollector() {
            return new Scoring(brief, k);
        }

        @Override
        public List<Hit> reduce(Collection<Scoring> collectors) {
            return collectors.stream()
                    .filter(collector -> collector.scoring != null)
                    .findFirst()
                    .map(collector -> collector.scoring.hits())
                    .orElse(List.of());
        }
    }

    private static final class Scoring extends SimpleCollector {

        private final Brief brief;
        private final int k;
        private LuceneScoring scoring;

        Scoring(Brief brief, int k) {
            this.brief = brief;
            this.k = k;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext segment) throws IOException {
            scoring = new LuceneScoring(segment, brief, k);
        }

        @Override
        public void collect(int document) throws IOException {
            scoring.collect(document);
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
