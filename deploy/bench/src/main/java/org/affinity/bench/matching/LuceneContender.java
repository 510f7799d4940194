package org.affinity.bench.matching;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.affinity.matching.engine.domain.Hit;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Lucene as well as it can: one segment, sorted like the engine, filters as postings and points, all levels of a
 * creator in one binary value by which every match is scored.
 */
final class LuceneContender implements Contender {

    private static final String COUNTRY = "country";
    private static final String LANGUAGE = "language";
    private static final String PLATFORM = "platform";
    private static final String FORMAT = "format";
    private static final String SENSITIVE = "sensitive";
    private static final String BRAND = "brand";
    private static final String KEYWORD = "keyword";
    private static final String FOLLOWERS = "followers";
    private static final String RATE = "rate";
    private static final String PRICE = "price";
    private static final String LEVELS = "levels";
    private static final String NUMBER = "number";
    private static final List<String> ORDER = List.of("byCountry", "byTier", "byQuality", "byCategory");

    private final MMapDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final long bytes;

    private LuceneContender(MMapDirectory directory) throws IOException {
        this.directory = directory;
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        long sum = 0;
        for (String file : directory.listAll()) {
            sum += directory.fileLength(file);
        }
        bytes = sum;
    }

    static LuceneContender build(Creators creators, Path folder) throws IOException {
        MMapDirectory directory = new MMapDirectory(folder);
        Sort sort = new Sort(ORDER.stream()
                .map(field -> new SortField(field, SortField.Type.LONG))
                .toArray(SortField[]::new));
        IndexWriterConfig configuration = new IndexWriterConfig()
                .setIndexSort(sort)
                .setRAMBufferSizeMB(256)
                .setUseCompoundFile(false);
        try (IndexWriter writer = new IndexWriter(directory, configuration)) {
            for (int number = 0; number < creators.size; number++) {
                writer.addDocument(document(creators, number));
            }
            writer.forceMerge(1);
        }
        return new LuceneContender(directory);
    }

    private static Document document(Creators creators, int number) {
        Document document = new Document();
        byte[] levels = new byte[World.DIMENSIONS];
        int quality = 0;
        for (int dimension = 0; dimension < levels.length; dimension++) {
            levels[dimension] = creators.codes[dimension][number];
            quality += dimension >= World.SIGNAL ? levels[dimension] & 0xFF : 0;
        }
        document.add(new BinaryDocValuesField(LEVELS, new BytesRef(levels)));
        document.add(new NumericDocValuesField(NUMBER, number));
        int[] order = {
            creators.codes[World.OWN_COUNTRY][number],
            creators.codes[World.TIER][number],
            quality / World.SIGNALS / 16,
            creators.codes[World.MAIN_CATEGORY][number]
        };
        for (int i = 0; i < order.length; i++) {
            document.add(new NumericDocValuesField(ORDER.get(i), order[i]));
        }
        word(document, COUNTRY, creators.codes[World.OWN_COUNTRY][number]);
        word(document, LANGUAGE, creators.codes[World.OWN_LANGUAGE][number]);
        bits(document, PLATFORM, creators.codes[World.PLATFORMS][number], 0);
        bits(document, FORMAT, creators.codes[World.FORMATS][number], 0);
        bits(document, SENSITIVE, creators.codes[World.SENSITIVE][number], 0);
        bits(document, SENSITIVE, creators.codes[World.MORE_SENSITIVE][number], 8);
        document.add(new IntField(FOLLOWERS, creators.numbers[World.FOLLOWERS][number], Field.Store.NO));
        document.add(new IntField(RATE, creators.numbers[World.RATE][number], Field.Store.NO));
        document.add(new IntField(PRICE, creators.numbers[World.PRICE][number], Field.Store.NO));
        for (int keyword : creators.words[World.KEYWORDS][number]) {
            word(document, KEYWORD, keyword);
        }
        for (int brand : creators.words[World.BRANDS][number]) {
            word(document, BRAND, brand);
        }
        return document;
    }

    private static void word(Document document, String field, int value) {
        document.add(new StringField(field, Integer.toString(value), Field.Store.NO));
    }

    private static void bits(Document document, String field, byte bits, int first) {
        for (int bit = 0; bit < 8; bit++) {
            if ((bits >>> bit & 1) != 0) {
                word(document, field, first + bit);
            }
        }
    }

    @Override
    public String name() {
        return "Lucene";
    }

    long bytes() {
        return bytes;
    }

    @Override
    public List<Hit> top(Brief brief, int k) throws IOException {
        return searcher.search(query(brief), new Manager(brief, k)).hits();
    }

    private static Query query(Brief brief) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(words(PLATFORM, bits(brief.platforms(), 0)), BooleanClause.Occur.FILTER);
        query.add(words(FORMAT, bits(brief.formats(), 0)), BooleanClause.Occur.FILTER);
        if (!brief.countries().isEmpty()) {
            query.add(words(COUNTRY, brief.countries()), BooleanClause.Occur.FILTER);
        }
        if (!brief.languages().isEmpty()) {
            query.add(words(LANGUAGE, brief.languages()), BooleanClause.Occur.FILTER);
        }
        query.add(
                IntField.newRangeQuery(FOLLOWERS, brief.minFollowers(), brief.maxFollowers() - 1),
                BooleanClause.Occur.FILTER);
        if (brief.minRate() > 0) {
            query.add(IntField.newRangeQuery(RATE, brief.minRate(), Integer.MAX_VALUE), BooleanClause.Occur.FILTER);
        }
        query.add(IntField.newRangeQuery(PRICE, 0, brief.maxPrice()), BooleanClause.Occur.FILTER);
        List<Integer> sensitive = new ArrayList<>(bits(brief.sensitive(), 0));
        sensitive.addAll(bits(brief.moreSensitive(), 8));
        if (!sensitive.isEmpty()) {
            query.add(words(SENSITIVE, sensitive), BooleanClause.Occur.MUST_NOT);
        }
        if (!brief.brands().isEmpty()) {
            query.add(words(BRAND, brief.brands()), BooleanClause.Occur.MUST_NOT);
        }
        return query.build();
    }

    private static List<Integer> bits(int bits, int first) {
        List<Integer> found = new ArrayList<>();
        for (int bit = 0; bit < 8; bit++) {
            if ((bits >>> bit & 1) != 0) {
                found.add(first + bit);
            }
        }
        return found;
    }

    private static Query words(String field, Collection<Integer> values) {
        List<BytesRef> words = values.stream()
                .map(value -> new BytesRef(Integer.toString(value)))
                .toList();
        return words.size() == 1 ? new TermQuery(new Term(field, words.getFirst())) : new TermInSetQuery(field, words);
    }

    /** One collector: everything on the thread that asks. */
    private record Manager(Brief brief, int k) implements CollectorManager<Scoring, Best> {

        @Override
        public Scoring newCollector() {
            return new Scoring(brief, k);
        }

        @Override
        public Best reduce(Collection<Scoring> collectors) {
            return collectors.stream().map(scoring -> scoring.best).findFirst().orElse(new Best(k));
        }
    }

    private static final class Scoring extends SimpleCollector {

        private final Brief brief;
        private final Best best;
        private final int[] dimensions;
        private final int[] factors;
        private final int[] keywordPoints;
        private final PostingsEnum[] keywords;
        private BinaryDocValues levels;
        private NumericDocValues numbers;

        Scoring(Brief brief, int k) {
            this.brief = brief;
            best = new Best(k);
            dimensions = brief.factors().keySet().stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            factors = brief.factors().values().stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            keywordPoints = brief.keywords().values().stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            keywords = new PostingsEnum[keywordPoints.length];
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            levels = context.reader().getBinaryDocValues(LEVELS);
            numbers = context.reader().getNumericDocValues(NUMBER);
            int place = 0;
            for (Map.Entry<Integer, Integer> keyword : brief.keywords().entrySet()) {
                keywords[place++] = context.reader()
                        .postings(new Term(KEYWORD, Integer.toString(keyword.getKey())), PostingsEnum.NONE);
            }
        }

        @Override
        public void collect(int document) throws IOException {
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

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
