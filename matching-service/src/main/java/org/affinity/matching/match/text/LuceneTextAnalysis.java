package org.affinity.matching.match.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import org.affinity.matching.match.domain.TextAnalysis;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchMinimalStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * Analyses text with Lucene's French and English analysers in one chain: creators mix both, and nobody says which
 * language a bio is in. What matters is not that a stem is right but that two texts get the same one.
 */
public final class LuceneTextAnalysis implements TextAnalysis {

    /** Words that every profile has, whatever it is about. */
    private static final List<String> OF_EVERY_PROFILE = List.of(
            "www",
            "com",
            "https",
            "http",
            "fr",
            "net",
            "org",
            "follow",
            "official",
            "officiel",
            "officielle",
            "link",
            "lien",
            "email",
            "mail",
            "dm",
            "info",
            "click",
            "snapchat",
            "instagram",
            "facebook",
            "twitter",
            "youtube",
            "tiktok",
            "insta",
            "ig",
            "contact",
            "account",
            "compte",
            "page",
            "new",
            "get",
            "best",
            "day",
            "every",
            "world",
            "love",
            "us",
            "my",
            "me",
            "you",
            "your",
            "our",
            "we",
            "he",
            "she",
            "her",
            "his",
            "all",
            "see",
            "from",
            "mon",
            "ma",
            "mes",
            "tout",
            "tous",
            "bonjour",
            "hello",
            "bienvenue",
            "welcome");

    private static final CharArraySet STOP_WORDS = stopWords();

    private final Analyzer analyzer = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
            Tokenizer words = new StandardTokenizer();
            TokenStream plain = new ElisionFilter(new LowerCaseFilter(words), FrenchAnalyzer.DEFAULT_ARTICLES);
            TokenStream meaning = new ASCIIFoldingFilter(new StopFilter(plain, STOP_WORDS));
            return new TokenStreamComponents(words, new PorterStemFilter(new FrenchMinimalStemFilter(meaning)));
        }
    };

    private static CharArraySet stopWords() {
        CharArraySet all = new CharArraySet(OF_EVERY_PROFILE, true);
        all.addAll(EnglishAnalyzer.getDefaultStopSet());
        all.addAll(FrenchAnalyzer.getDefaultStopSet());
        return CharArraySet.unmodifiableSet(all);
    }

    @Override
    public List<String> stems(String text) {
        List<String> stems = new ArrayList<>();
        analyse(text, (stem, _) -> stems.add(stem));
        return stems;
    }

    @Override
    public SequencedMap<String, String> written(String text) {
        SequencedMap<String, String> words = new LinkedHashMap<>();
        analyse(text, (stem, place) -> words.putIfAbsent(stem, text.substring(place.startOffset(), place.endOffset())));
        return words;
    }

    private void analyse(String text, BiConsumer<String, OffsetAttribute> word) {
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (term.length() > 1) {
                    word.accept(term.toString(), place);
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory cannot be read", e);
        }
    }
}
