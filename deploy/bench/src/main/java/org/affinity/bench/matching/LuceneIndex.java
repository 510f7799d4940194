package org.affinity.bench.matching;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Creators in Lucene as well as it can: one segment, sorted like the engine, what rules ask for as postings and points,
 * all levels of a creator in one binary value.
 */
final class LuceneIndex implements AutoCloseable {

    private static final String COUNTRY = "country";
    private static final String LANGUAGE = "language";
    private static final String PLATFORM = "platform";
    private static final String FORMAT = "format";
    private static final String SENSITIVE = "sensitive";
    private static final String BRAND = "brand";
    static final String KEYWORD = "keyword";
    private static final String FOLLOWERS = "followers";
    private static final String RATE = "rate";
    private static final String PRICE = "price";
    static final String LEVELS = "levels";
    static final String NUMBER = "number";
    private static final List<String> ORDER = List.of("byCountry", "byTier", "byQuality", "byCategory");

    private final MMapDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final long bytes;

    private LuceneIndex(MMapDirectory directory) throws IOException {
        this.directory = directory;
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        long sum = 0;
        for (String file : directory.listAll()) {
            sum += directory.fileLength(file);
        }
        bytes = sum;
    }

    static LuceneIndex build(Creators creators, Path folder) throws IOException {
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
        return new LuceneIndex(directory);
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

    IndexSearcher searcher() {
        return searcher;
    }

    long bytes() {
        return bytes;
    }

    /**
     * A rule of a brief.
     *
     * @param isRefused whether who matches is refused, instead of who does not
     */
    record Rule(Query query, boolean isRefused) {}

    /** The rules of a brief's plan, in its order; those that ask for nothing refuse nobody. */
    static List<Rule> rules(Brief brief) {
        List<Rule> rules = new ArrayList<>();
        rules.add(new Rule(words(PLATFORM, bits(brief.platforms(), 0)), false));
        if (!brief.countries().isEmpty()) {
            rules.add(new Rule(words(COUNTRY, brief.countries()), false));
        }
        if (!brief.languages().isEmpty()) {
            rules.add(new Rule(words(LANGUAGE, brief.languages()), false));
        }
        rules.add(new Rule(IntField.newRangeQuery(FOLLOWERS, brief.minFollowers(), brief.maxFollowers() - 1), false));
        rules.add(new Rule(words(FORMAT, bits(brief.formats(), 0)), false));
        Query rate = brief.minRate() > 0
                ? IntField.newRangeQuery(RATE, brief.minRate(), Integer.MAX_VALUE)
                : MatchAllDocsQuery.INSTANCE;
        rules.add(new Rule(rate, false));
        rules.add(new Rule(IntField.newRangeQuery(PRICE, 0, brief.maxPrice()), false));
        List<Integer> sensitive = new ArrayList<>(bits(brief.sensitive(), 0));
        sensitive.addAll(bits(brief.moreSensitive(), 8));
        rules.add(new Rule(sensitive.isEmpty() ? MatchNoDocsQuery.INSTANCE : words(SENSITIVE, sensitive), true));
        if (!brief.brands().isEmpty()) {
            rules.add(new Rule(words(BRAND, brief.brands()), true));
        }
        return rules;
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

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
