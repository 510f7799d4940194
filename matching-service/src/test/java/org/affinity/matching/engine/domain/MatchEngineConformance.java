package org.affinity.matching.engine.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.affinity.matching.engine.domain.columnar.RandomIndex;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every engine must do: answer as the plain one does, whatever is asked and whatever happened before. */
public abstract class MatchEngineConformance {

    private static final long SEED = 20_261_122;
    private static final UUID ONE = new UUID(0, 1);

    /** An engine without entries, for a schema. */
    protected abstract MatchEngine emptyEngine(Schema schema);

    /** How often random indexes are compared; each time with several plans. */
    protected int rounds() {
        return 12;
    }

    @Test
    void shouldAnswerAsThePlainEngineWhileEntriesComeChangeAndGo() {
        for (int round = 0; round < rounds(); round++) {
            var random = new SplittableRandom(SEED + round);
            Pair pair = new Pair(RandomIndex.SCHEMA, random);
            pair.fill(1 + round * round * 20);
            for (int i = 0; i < 20; i++) {
                if (random.nextInt(3) == 0) {
                    pair.change();
                }
                pair.compare(pair.source.plan(), "round " + round + ", plan " + i);
            }
        }
    }

    @Test
    void shouldAddUpInRules() {
        var random = new SplittableRandom(-SEED);
        Pair pair = new Pair(RandomIndex.SCHEMA, random);
        pair.fill(600);
        for (int i = 0; i < 10 * rounds(); i++) {
            pair.compare(pair.source.planWithSums(), "plan " + i);
        }
    }

    @Test
    void shouldOrderTiesByIdAndGiveAThousand() {
        // Given: everybody has one of three scores, and many have several equal rows
        Pair pair = new Pair(RandomIndex.SCHEMA, new SplittableRandom(SEED));
        pair.fill(1_500);
        Term three = new Term.CodePoints(
                4, IntStream.range(0, 256).map(code -> code % 3).toArray());

        // When, then
        for (int k : new int[] {0, 1, 20, 1_000, 1_500, 2_000}) {
            pair.compare(new Plan(List.of(), List.of(three), k), "k " + k);
        }
        pair.compare(new Plan(List.of(), List.of(), 1_000), "no terms");
    }

    @Test
    void shouldCountEachCreatorOnceUnderTheFirstRuleThatNoRowPassesWithThoseBefore() {
        // Given: rows that pass one rule each, and rules that everybody or nobody passes
        Pair pair = new Pair(RandomIndex.SCHEMA, new SplittableRandom(3 * SEED));
        pair.fill(400);
        Predicate all = new Predicate.AllOf(List.of());
        Predicate none = new Predicate.AnyOf(List.of());
        Predicate low = Predicate.CodeIn.between(5, 0, 127);
        Predicate known = Predicate.CodeIn.between(0, 0, 254);
        Predicate word = new Predicate.AnyKeyword(0, Set.of("word1", "word2", "word3", "word4"));

        // When, then
        for (List<Predicate> rules : List.of(
                List.of(all, low, all, known, new Predicate.Not(low), word),
                List.of(low, known, word, all, all),
                List.of(all, all),
                List.of(known, none, word),
                List.of(none),
                List.of(word, new Predicate.Not(word)))) {
            pair.compare(new Plan(rules, pair.source.plan().terms(), 50), rules.toString());
        }
    }

    @Test
    void shouldCountManyWantedWords() {
        // Given: more sets, and more words in each, than usual
        Schema schema = new Schema(List.of("level"), List.of(), List.of("a", "b", "c", "d", "e", "f"));
        var random = new SplittableRandom(SEED);
        Pair pair = new Pair(schema, random);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            List<Row> rows = new ArrayList<>();
            for (int row = random.nextInt(3); row >= 0; row--) {
                List<Set<String>> words = schema.keywordSets().stream()
                        .map(set -> words(random, 0.6))
                        .toList();
                rows.add(new Row(new byte[] {(byte) i}, new int[0], words));
            }
            entries.add(new Entry(new UUID(0, i), 1, rows));
        }
        pair.put(entries);

        // When, then
        for (int i = 0; i < 10; i++) {
            List<Term> terms = new ArrayList<>();
            for (int set = 0; set < schema.keywordSets().size(); set++) {
                int[] points =
                        random.ints(1 + random.nextInt(80), -1_000, 1_000).toArray();
                List<String> wanted = new ArrayList<>(words(random, 1));
                terms.add(new Term.KeywordPoints(set, wanted, points, random.nextInt(-1_000, 1_000)));
            }
            pair.compare(new Plan(List.of(), terms, 200), "plan " + i);
        }
    }

    private static Set<String> words(SplittableRandom random, double share) {
        Set<String> words = new HashSet<>();
        if (random.nextInt(5) > 0) {
            IntStream.range(0, 64)
                    .filter(word -> random.nextDouble() < share)
                    .forEach(word -> words.add("wörd \"" + word + "\""));
        }
        return words;
    }

    @Test
    void shouldBeExactWhenPointsAreFarApart() {
        // Given: the best and the worst are 16 million points apart, which is 64 times the usual
        Pair pair = new Pair(RandomIndex.SCHEMA, new SplittableRandom(5 * SEED));
        pair.fill(800);
        int[] steep =
                IntStream.range(0, 256).map(level -> 63_000 * (level - 100)).toArray();
        int[] fine = IntStream.range(0, 256).map(level -> -level).toArray();

        // When, then
        pair.compare(
                new Plan(
                        List.of(Predicate.CodeIn.between(4, 0, 4)),
                        List.of(new Term.CodePoints(0, steep), new Term.CodePoints(5, fine)),
                        500),
                "steep");
    }

    @Test
    void shouldPassOverOlderStatesAndTakeThoseOfTheSameVersion() {
        Pair pair = new Pair(RandomIndex.SCHEMA, new SplittableRandom(7 * SEED));
        Plan all = new Plan(List.of(), List.of(new Term.CodePoints(5, levels())), 10);
        for (long version : new long[] {3, 2, 3, 1, 7, 6, 1_700_000_000_000_000_001L, 8}) {
            pair.put(List.of(pair.source.entry(ONE, version)));
            pair.compare(all, "version " + version);
        }
    }

    @Test
    void shouldTakeBackWhoWasRemovedWithAHigherVersion() {
        Pair pair = new Pair(RandomIndex.SCHEMA, new SplittableRandom(9 * SEED));
        Plan all = new Plan(List.of(), List.of(new Term.CodePoints(5, levels())), 10);
        pair.remove(ONE);
        pair.remove(ONE);
        pair.put(List.of(pair.source.entry(ONE, 1)));
        pair.compare(all, "was never there");
        pair.remove(ONE);
        pair.compare(all, "removed");
        pair.remove(ONE);
        pair.put(List.of(pair.source.entry(ONE, 2)));
        pair.compare(all, "taken back");
    }

    @Test
    void shouldForgetEverybody() {
        Pair pair = new Pair(RandomIndex.SCHEMA, new SplittableRandom(11 * SEED));
        Plan all = new Plan(List.of(), List.of(new Term.CodePoints(5, levels())), 10);
        pair.put(List.of(pair.source.entry(ONE, 5)));
        pair.engine.clear();
        pair.plain.clear();
        pair.compare(all, "cleared");
        pair.put(List.of(pair.source.entry(ONE, 1)));
        pair.compare(all, "begun again");
    }

    /** While creators with several rows change, nobody is seen half changed, twice or not at all. */
    @Test
    void shouldNeverMixStatesOfACreator() throws Exception {
        MatchEngine engine = emptyEngine(RandomIndex.SCHEMA);
        engine.putAll(states(0));
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<?> writing = writer.submit(() -> {
                for (int version = 1; version <= 40; version++) {
                    engine.putAll(states(version));
                }
                done.set(true);
            });

            // When: rows are alike in every state, so that a row that is not tells of a mix
            boolean last;
            do {
                last = done.get() || writing.isDone();
                Answer answer = engine.search(new Plan(List.of(), List.of(new Term.CodePoints(5, levels())), 100));

                // Then
                assertThat(answer.entries()).isEqualTo(20);
                assertThat(answer.hits())
                        .extracting(Hit::id)
                        .doesNotHaveDuplicates()
                        .hasSize(20);
                assertThat(answer.hits()).extracting(Hit::row).containsOnly(0);
            } while (!last);
            writing.get();
        }
        assertThat(engine.search(new Plan(List.of(), List.of(new Term.CodePoints(5, levels())), 1))
                        .hits())
                .extracting(Hit::points)
                .containsOnly(40);
    }

    private static List<Entry> states(int version) {
        Row row = new Row(
                new byte[] {0, 0, 0, 0, 0, (byte) version},
                new int[] {0, 0},
                List.of(Set.of("word" + version), Set.of()));
        return IntStream.range(0, 20)
                .mapToObj(i -> new Entry(new UUID(0, i), 1 + version, List.of(row, row, row)))
                .toList();
    }

    private static int[] levels() {
        return IntStream.range(0, 256).toArray();
    }

    /** The engine and the plain one, to which the same happens. */
    private final class Pair {

        final MatchEngine plain;
        final MatchEngine engine;
        final RandomIndex source;
        private final SplittableRandom random;
        private final Map<UUID, Long> versions = new HashMap<>();
        private int size;

        Pair(Schema schema, SplittableRandom random) {
            this.plain = new ExhaustiveEngine(schema);
            this.engine = emptyEngine(schema);
            this.source = new RandomIndex(random);
            this.random = random;
        }

        void fill(int size) {
            this.size = size;
            put(IntStream.range(0, size).mapToObj(i -> next(source.id(i))).toList());
        }

        void put(List<Entry> entries) {
            plain.putAll(entries);
            engine.putAll(entries);
        }

        void remove(UUID id) {
            plain.remove(id);
            engine.remove(id);
        }

        /** Some entries change or go, some come back or come anew. */
        void change() {
            List<Entry> changed = new ArrayList<>();
            for (int i = random.nextInt(1 + size / 20); i >= 0; i--) {
                UUID id = source.id(random.nextInt(size + size / 8 + 1));
                if (random.nextInt(3) == 0) {
                    remove(id);
                    versions.merge(id, 1L, Long::sum);
                } else {
                    changed.add(next(id));
                }
            }
            put(changed);
        }

        private Entry next(UUID id) {
            return source.entry(id, versions.merge(id, 1L, Long::sum));
        }

        void compare(Plan plan, String what) {
            Answer expected = plain.search(plan);
            assertThat(engine.search(plan)).as("%s: %s", what, plan).isEqualTo(expected);
            assertThat(engine.size()).isEqualTo(expected.entries());
            assertThat(Arrays.stream(expected.rejected()).sum() + expected.eligible())
                    .isEqualTo(expected.entries());
            int middle = expected.hits().size() / 2;
            boolean isFound = !expected.hits().isEmpty();
            Hit hit = isFound ? expected.hits().get(middle) : new Hit(ONE, 0, 0, 1);
            assertThat(isFound ? plain.countAhead(plan, hit) : middle).isEqualTo(middle);
            // One of them, somebody else with as many points, and the same one with fewer.
            for (Hit other : List.of(
                    hit,
                    new Hit(new UUID(Long.MIN_VALUE, 7), 0, hit.points(), 1),
                    new Hit(hit.id(), 0, hit.points() - 1, 1))) {
                assertThat(engine.countAhead(plan, other))
                        .as("%s: ahead of %s", what, other)
                        .isEqualTo(plain.countAhead(plan, other));
            }
        }
    }
}
