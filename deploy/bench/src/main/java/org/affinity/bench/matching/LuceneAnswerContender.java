package org.affinity.bench.matching;

import java.io.IOException;
import java.util.List;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.Hit;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.FixedBitSet;

/**
 * Lucene's whole answer: rule after rule over one set of bits, so that it is known how many each rejects of those that
 * the rules before it left; then the best of those that are left.
 */
final class LuceneAnswerContender implements AnswerContender {

    /** Looking a creator up costs as much as going through so many others. */
    private static final int LOOK_UP = 16;

    private final IndexSearcher searcher;
    private final LeafReaderContext segment;
    private final FixedBitSet left;
    private final FixedBitSet matching;

    LuceneAnswerContender(LuceneIndex index) {
        searcher = index.searcher();
        segment = searcher.getIndexReader().leaves().getFirst();
        left = new FixedBitSet(segment.reader().maxDoc());
        matching = new FixedBitSet(segment.reader().maxDoc());
    }

    @Override
    public String name() {
        return "Lucene, whole answer";
    }

    @Override
    public Rounds rounds() {
        return new Rounds(4, 7);
    }

    @Override
    public List<Hit> top(Brief brief, int k) throws IOException {
        return answer(brief, k).hits();
    }

    @Override
    public Answer answer(Brief brief, int k) throws IOException {
        List<LuceneIndex.Rule> rules = LuceneIndex.rules(brief);
        int[] rejected = new int[rules.size()];
        int count = segment.reader().maxDoc();
        left.set(0, count);
        for (int rule = 0; rule < rejected.length && count > 0; rule++) {
            retain(rules.get(rule), count);
            rejected[rule] = count - left.cardinality();
            count -= rejected[rule];
        }
        LuceneScoring scoring = new LuceneScoring(segment, brief, k);
        for (int document = next(0); document < left.length(); document = next(document + 1)) {
            scoring.collect(document);
        }
        return new Answer(segment.reader().maxDoc(), count, rejected, scoring.hits());
    }

    private int next(int from) {
        return from < left.length() ? left.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
    }

    private void retain(LuceneIndex.Rule rule, int count) throws IOException {
        if (rule.query() instanceof MatchAllDocsQuery || rule.query() instanceof MatchNoDocsQuery) {
            return;
        }
        DocIdSetIterator documents = documents(rule.query());
        if ((long) count * LOOK_UP < documents.cost()) {
            lookUp(documents, rule.isRefused());
            return;
        }
        matching.clear(0, matching.length());
        documents.nextDoc();
        documents.intoBitSet(DocIdSetIterator.NO_MORE_DOCS, matching, 0);
        if (rule.isRefused()) {
            left.andNot(matching);
        } else {
            left.and(matching);
        }
    }

    private DocIdSetIterator documents(Query query) throws IOException {
        Scorer scorer = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
                .scorer(segment);
        return scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
    }

    private void lookUp(DocIdSetIterator documents, boolean isRefused) throws IOException {
        for (int document = next(0); document < left.length(); document = next(document + 1)) {
            int found = documents.docID() < document ? documents.advance(document) : documents.docID();
            if ((found == document) == isRefused) {
                left.clear(document);
            }
        }
    }
}
