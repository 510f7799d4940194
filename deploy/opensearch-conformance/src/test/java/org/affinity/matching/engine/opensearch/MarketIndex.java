package org.affinity.matching.engine.opensearch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.Predicate;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.engine.domain.Schema;
import org.affinity.matching.engine.domain.Term;

/**
 * Made-up creators and plans of the shape that briefs have: 15 columns of properties and 110 of audiences, 20 numbers,
 * 6 sets of words; a dozen rules that reject somebody and as many terms. A third of the plans each is narrow, medium
 * and broad.
 */
final class MarketIndex {

    private static final int PROPERTIES = 15;
    private static final int AUDIENCE = 110;
    private static final int COUNTRY = 3;
    private static final int PLATFORM = 1;
    private static final int TIER = 2;
    private static final int NEUTRAL = 75;

    static final Schema SCHEMA =
            new Schema(names("code", PROPERTIES + AUDIENCE), names("number", 20), names("words", 6));

    private MarketIndex() {}

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    /** The creator with a number, always the same in the same version. */
    static Entry entry(int number, long version) {
        var random = new SplittableRandom(number * 31L + version);
        int country = skewed(random, 40);
        int rows = random.nextInt(10) < 7 ? 1 : random.nextInt(2, 4);
        return new Entry(
                new UUID(number * 0x9E3779B97F4A7C15L, number),
                version,
                Stream.generate(() -> row(random, country)).limit(rows).toList());
    }

    private static Row row(SplittableRandom random, int country) {
        byte[] codes = new byte[PROPERTIES + AUDIENCE];
        for (int column = 0; column < PROPERTIES; column++) {
            codes[column] = (byte) (random.nextInt(10) == 0 ? 255 : random.nextInt(251));
        }
        codes[0] = (byte) (random.nextInt(50) == 0 ? 1 : 0);
        codes[PLATFORM] = (byte) skewed(random, 6);
        codes[TIER] = (byte) skewed(random, 5);
        codes[COUNTRY] = (byte) country;
        boolean unknown = random.nextInt(3) == 0;
        for (int column = PROPERTIES; column < codes.length; column++) {
            codes[column] = (byte) (unknown ? 255 : random.nextInt(4) > 0 ? 0 : random.nextInt(120));
        }
        int[] numbers = new int[20];
        for (int column = 0; column < numbers.length; column++) {
            numbers[column] = random.nextInt(4) == 0 ? Row.UNKNOWN_NUMBER : random.nextInt(100_000);
        }
        List<Set<String>> words = new ArrayList<>();
        for (int set = 0; set < 6; set++) {
            words.add(words(random, random.nextInt(8), 2_000));
        }
        return new Row(codes, numbers, words);
    }

    private static int skewed(SplittableRandom random, int bound) {
        return (int) (bound * Math.pow(random.nextDouble(), 2.5));
    }

    private static Set<String> words(SplittableRandom random, int count, int bound) {
        Set<String> words = new HashSet<>();
        for (int i = 0; i < count; i++) {
            words.add("w" + skewed(random, bound));
        }
        return words;
    }

    /** The plan with a number; narrow, medium and broad ones take turns. */
    static Plan plan(int number, int k) {
        var random = new SplittableRandom(~number);
        int breadth = number % 3;
        List<Predicate> rules = new ArrayList<>(List.of(
                Predicate.CodeIn.of(0, 0),
                new Predicate.AnyOf(List.of(
                        new Predicate.NumberBetween(0, Integer.MIN_VALUE, 95_000),
                        new Predicate.NumberBetween(1, 90_000, Integer.MAX_VALUE))),
                new Predicate.AllOf(List.of()),
                below(5, 240),
                below(6, 245),
                countries(breadth == 2 ? 40 : 1 + breadth * 6),
                new Predicate.AnyOf(
                        List.of(new Predicate.EmptyKeywords(0), new Predicate.AnyKeyword(0, words(random, 30, 500)))),
                new Predicate.Not(new Predicate.AnyKeyword(1, words(random, 3, 2_000))),
                new Predicate.AllOf(List.of())));
        if (breadth < 2) {
            rules.add(Predicate.CodeIn.of(PLATFORM, 0, 1));
            rules.add(Predicate.CodeIn.between(TIER, 0, 1 + breadth));
            // Somebody reached in a part of the audience, or nobody knows.
            rules.add(Predicate.CodeIn.between(PROPERTIES + 1 + number % 20, 1, Row.UNKNOWN_CODE));
        }
        rules.add(new Predicate.NumberBetween(2, 0, 60_000));
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            terms.add(new Term.SumPoints(columns(random), line(251, 60)));
            terms.add(new Term.CodePoints(7 + i, line(256, 60)));
        }
        for (int set = 0; set < 4; set++) {
            List<String> wanted = List.copyOf(words(random, 2 + random.nextInt(12), 300));
            int[] points =
                    IntStream.range(0, 5).map(count -> 80 * (count * 50 - 25)).toArray();
            terms.add(new Term.KeywordPoints(set, wanted, points, 0));
        }
        terms.add(new Term.NumberPoints(4, new int[] {0, 10_000, 50_000}, new int[] {0, -3_000, 2_000, 9_000}));
        return new Plan(rules, terms, k);
    }

    private static Predicate below(int column, int cap) {
        BitSet allowed = new BitSet();
        allowed.set(0, cap);
        allowed.set(Row.UNKNOWN_CODE);
        return new Predicate.CodeIn(column, allowed);
    }

    private static Predicate countries(int count) {
        BitSet allowed = new BitSet();
        allowed.set(0, count);
        allowed.set(Row.UNKNOWN_CODE);
        return new Predicate.CodeIn(COUNTRY, allowed);
    }

    private static int[] columns(SplittableRandom random) {
        return IntStream.concat(
                        IntStream.of(PROPERTIES),
                        random.ints(1 + random.nextInt(4), PROPERTIES + 1, PROPERTIES + AUDIENCE))
                .toArray();
    }

    private static int[] line(int length, int weight) {
        return IntStream.range(0, length)
                .map(level -> level == Row.UNKNOWN_CODE ? 0 : weight * (level - NEUTRAL))
                .toArray();
    }
}
