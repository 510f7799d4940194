package org.affinity.matching.engine.domain.columnar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.Predicate;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.engine.domain.Schema;
import org.affinity.matching.engine.domain.Term;

/** Made-up entries with few different values, so that ties are frequent, and plans of every kind. */
final class RandomIndex {

    static final Schema SCHEMA = new Schema(
            List.of("level", "share", "rare", "constant", "country", "any"),
            List.of("followers", "price"),
            List.of("topics", "brands"));
    static final Layout LAYOUT = new Layout(
            List.of(new Layout.Key(4, 0), new Layout.Key(Layout.QUALITY, 5)),
            List.of(new Layout.Quality(0, 3, 40), new Layout.Quality(1, 2, 0)));

    private static final int WORDS = 12;

    private final RandomGenerator random;

    RandomIndex(RandomGenerator random) {
        this.random = random;
    }

    UUID id(int number) {
        return new UUID(number % 3 == 0 ? -number : number % 2, number);
    }

    Entry entry(UUID id, long version) {
        int rows = random.nextInt(4) > 0 ? 1 : random.nextInt(1, random.nextInt(50) == 0 ? 65 : 5);
        return new Entry(
                id, version, Stream.generate(this::row).limit(rows).toList());
    }

    private Row row() {
        byte[] codes = {
            (byte) (random.nextInt(8) == 0 ? 255 : random.nextInt(251)),
            (byte) (random.nextInt(8) * 36),
            (byte) (random.nextInt(20) == 0 ? random.nextInt(250) : 0),
            (byte) (random.nextInt(2_000) == 0 ? 255 : 7),
            (byte) random.nextInt(6),
            (byte) random.nextInt(256)
        };
        int[] numbers = {
            random.nextInt(6) == 0 ? Row.UNKNOWN_NUMBER : random.nextInt(5) * 1000, random.nextInt(-50, 50)
        };
        return new Row(codes, numbers, List.of(words(random.nextInt(5)), words(random.nextInt(2))));
    }

    private Set<String> words(int count) {
        Set<String> words = new HashSet<>();
        for (int i = 0; i < count; i++) {
            words.add("word" + random.nextInt(WORDS));
        }
        return words;
    }

    Plan plan() {
        List<Predicate> rules = Stream.generate(() -> predicate(2))
                .limit(random.nextInt(4))
                .toList();
        List<Term> terms = Stream.generate(this::term).limit(random.nextInt(7)).toList();
        return new Plan(rules, terms, random.nextInt(10) == 0 ? random.nextInt(2_000) : random.nextInt(40));
    }

    private Predicate predicate(int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 6)) {
            case 0, 1 -> new Predicate.CodeIn(random.nextInt(SCHEMA.codes().size()), codes());
            case 2 -> Predicate.CodeIn.between(4, 0, random.nextInt(6));
            case 3 -> {
                int min = random.nextInt(-3, 5) * 1000;
                yield new Predicate.NumberBetween(
                        random.nextInt(2),
                        random.nextBoolean() ? Row.UNKNOWN_NUMBER : min,
                        min + random.nextInt(4) * 1000);
            }
            case 4 -> new Predicate.AnyKeyword(random.nextInt(2), wanted());
            case 5 -> new Predicate.EmptyKeywords(random.nextInt(2));
            case 6 -> new Predicate.Not(predicate(depth - 1));
            case 7 -> new Predicate.AllOf(predicates(depth - 1));
            default -> new Predicate.AnyOf(predicates(depth - 1));
        };
    }

    private List<Predicate> predicates(int depth) {
        return Stream.generate(() -> predicate(depth)).limit(random.nextInt(4)).toList();
    }

    private BitSet codes() {
        BitSet codes = new BitSet();
        for (int i = random.nextInt(5); i >= 0; i--) {
            int first = random.nextInt(256);
            codes.set(first, Math.min(256, first + 1 + random.nextInt(100)));
        }
        return codes;
    }

    private Set<String> wanted() {
        Set<String> words = words(random.nextInt(4));
        if (random.nextBoolean()) {
            words.add("never heard of");
        }
        return words;
    }

    private Term term() {
        return switch (random.nextInt(5)) {
            case 0 -> new Term.CodePoints(random.nextInt(SCHEMA.codes().size()), line(256));
            case 1 -> {
                int[] points = IntStream.generate(() -> random.nextInt(-20, 20)).limit(256).toArray();
                yield new Term.CodePoints(random.nextInt(SCHEMA.codes().size()), points);
            }
            case 2 -> {
                int[] columns = random.ints(random.nextInt(1, 4), 0, SCHEMA.codes().size())
                        .toArray();
                int[] points = line(251);
                if (random.nextInt(3) == 0) {
                    Arrays.setAll(points, _ -> random.nextInt(-9, 9));
                }
                yield new Term.SumPoints(columns, points);
            }
            case 3 -> {
                int[] points = random.ints(random.nextInt(1, 4), -9, 30).toArray();
                yield new Term.KeywordPoints(
                        random.nextInt(2), new ArrayList<>(wanted()), points, random.nextInt(-5, 5));
            }
            default -> {
                int[] from = random.ints(random.nextInt(4), -1, 5).map(step -> step * 1000).sorted().toArray();
                int[] points = random.ints(from.length + 1, -9, 30).toArray();
                yield new Term.NumberPoints(random.nextInt(2), from, points);
            }
        };
    }

    /** A weight times a level away from neutral; 0 for unknown. */
    private int[] line(int length) {
        int weight = random.nextInt(-2, 5);
        int neutral = random.nextInt(251);
        int[] points = new int[length];
        Arrays.setAll(points, level -> level == Row.UNKNOWN_CODE ? 0 : weight * (level - neutral));
        return points;
    }
}
