package org.affinity.bench.matching;

import java.io.IOException;
import java.util.List;
import org.affinity.matching.engine.domain.Hit;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** The best of the documents of a segment that match a brief; they come in ascending order. */
final class LuceneScoring {

    private final Best best;
    private final int[] dimensions;
    private final int[] factors;
    private final int[] keywordPoints;
    private final PostingsEnum[] keywords;
    private final BinaryDocValues levels;
    private final NumericDocValues numbers;

    LuceneScoring(LeafReaderContext segment, Brief brief, int k) throws IOException {
        best = new Best(k);
        dimensions =
                brief.factors().keySet().stream().mapToInt(Integer::intValue).toArray();
        factors = brief.factors().values().stream().mapToInt(Integer::intValue).toArray();
        keywordPoints =
                brief.keywords().values().stream().mapToInt(Integer::intValue).toArray();
        keywords = new PostingsEnum[keywordPoints.length];
        levels = segment.reader().getBinaryDocValues(LuceneIndex.LEVELS);
        numbers = segment.reader().getNumericDocValues(LuceneIndex.NUMBER);
        int place = 0;
        for (int keyword : brief.keywords().keySet()) {
            keywords[place++] = segment.reader()
                    .postings(new Term(LuceneIndex.KEYWORD, Integer.toString(keyword)), PostingsEnum.NONE);
        }
    }

    /** Scores the next document. */
    void collect(int document) throws IOException {
        levels.advanceExact(document);
        BytesRef value = levels.binaryValue();
        int points = 0;
        for (int i = 0; i < dimensions.length; i++) {
            points += factors[i] * (value.bytes[value.offset + dimensions[i]] & 0xFF);
        }
        for (int i = 0; i < keywords.length; i++) {
            points += has(keywords[i], document) ? keywordPoints[i] : 0;
        }
        if (best.wants(points)) {
            numbers.advanceExact(document);
            best.offer(Creators.id((int) numbers.longValue()), points);
        }
    }

    private static boolean has(PostingsEnum postings, int document) throws IOException {
        if (postings == null) {
            return false;
        }
        int at = postings.docID() < document ? postings.advance(document) : postings.docID();
        return at == document;
    }

    List<Hit> hits() {
        return best.hits();
    }
}
