package org.affinity.matching.engine.domain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExhaustiveEngineTest {

    private static final Schema SCHEMA = new Schema(List.of("one", "two"), List.of("size"), List.of("topics"));
    private static final UUID SMALL = new UUID(0, 1);
    private static final UUID LARGE = new UUID(-1, 0);

    private final ExhaustiveEngine engine = new ExhaustiveEngine(SCHEMA);

    @Test
    void shouldRankByPointsAndThenByUnsignedId() {
        // Given
        engine.put(new Entry(LARGE, 1, List.of(row(10, 0, 5))));
        engine.put(new Entry(SMALL, 1, List.of(row(10, 0, 5))));
        engine.put(new Entry(new UUID(7, 7), 1, List.of(row(11, 0, 5))));

        // When
        Answer answer = engine.search(new Plan(List.of(), List.of(level(0, 2)), 10));

        // Then
        assertThat(answer)
                .isEqualTo(new Answer(
                        3,
                        3,
                        new int[0],
                        List.of(
                                new Hit(new UUID(7, 7), 0, 22, 1),
                                new Hit(SMALL, 0, 20, 1),
                                new Hit(LARGE, 0, 20, 1))));
    }

    @Test
    void shouldCountUnderTheFirstRuleThatNoRowPassesTogetherWithThoseBefore() {
        // Given: the first row fails the first rule, the second one the second rule
        engine.put(new Entry(SMALL, 1, List.of(row(1, 9, 5), row(2, 3, 5))));
        Predicate first = Predicate.CodeIn.of(0, 2);
        Predicate second = Predicate.CodeIn.of(1, 9);

        // When, then
        assertThat(engine.search(new Plan(List.of(first, second), List.of(), 10)))
                .isEqualTo(new Answer(1, 0, new int[] {0, 1}, List.of()));
        assertThat(engine.search(new Plan(List.of(second, first), List.of(), 10)))
                .isEqualTo(new Answer(1, 0, new int[] {0, 1}, List.of()));
        assertThat(engine.search(new Plan(List.of(first), List.of(), 10)).hits())
                .containsExactly(new Hit(SMALL, 1, 0, 1));
    }

    @Test
    void shouldTakeTheFirstOfAnEntrysBestRows() {
        engine.put(new Entry(SMALL, 1, List.of(row(1, 0, 0), row(8, 0, 0), row(8, 0, 0))));
        assertThat(engine.search(new Plan(List.of(), List.of(level(0, 1)), 1)).hits())
                .containsExactly(new Hit(SMALL, 1, 8, 1));
    }

    @Test
    void shouldSumCappedLevelsAndTreatUnknownAsNothing() {
        int[] points = new int[251];
        Arrays.setAll(points, level -> 3 * (level - 100));
        Term sum = new Term.SumPoints(new int[] {0, 1}, points);
        assertThat(Rows.points(sum, row(200, 100, 0))).isEqualTo(450);
        assertThat(Rows.points(sum, row(255, 100, 0))).isZero();
        assertThat(Rows.points(sum, row(100, 255, 0))).isZero();
        assertThat(Rows.points(sum, row(90, 255, 0))).isEqualTo(-30);
    }

    @Test
    void shouldCountWantedKeywordsAndStepNumbers() {
        Row row = row(0, 0, 50, "food", "travel");
        Term.KeywordPoints wanted = new Term.KeywordPoints(0, List.of("food", "food", "art"), new int[] {-5, 7, 9}, 1);
        assertThat(Rows.points(wanted, row)).isEqualTo(7);
        assertThat(Rows.points(wanted, row(0, 0, 50))).isEqualTo(1);
        Term steps = new Term.NumberPoints(0, new int[] {10, 50}, new int[] {1, 2, 3});
        assertThat(Rows.points(steps, row)).isEqualTo(3);
        assertThat(Rows.points(steps, row(0, 0, 49))).isEqualTo(2);
        assertThat(Rows.points(steps, row(0, 0, Row.UNKNOWN_NUMBER))).isEqualTo(1);
    }

    @Test
    void shouldCombinePredicates() {
        Row row = row(255, 9, 5, "food");
        BitSet known = new BitSet();
        known.set(0, 255);
        Predicate unknown = new Predicate.Not(new Predicate.CodeIn(0, known));
        assertThat(Rows.test(unknown, row)).isTrue();
        assertThat(Rows.test(Predicate.AllOf.of(unknown, new Predicate.EmptyKeywords(0)), row))
                .isFalse();
        assertThat(Rows.test(
                        Predicate.AnyOf.of(
                                new Predicate.NumberBetween(0, 6, 9), new Predicate.AnyKeyword(0, Set.of("food"))),
                        row))
                .isTrue();
        assertThat(Rows.test(new Predicate.AllOf(List.of()), row)).isTrue();
        assertThat(Rows.test(new Predicate.AnyOf(List.of()), row)).isFalse();
    }

    @Test
    void shouldReplaceRemoveAndPassOverOlderVersions() {
        engine.put(new Entry(SMALL, 2, List.of(row(1, 0, 0))));
        engine.put(new Entry(SMALL, 1, List.of(row(2, 0, 0))));
        Plan plan = new Plan(List.of(), List.of(level(0, 1)), 1);
        assertThat(engine.search(plan).hits()).containsExactly(new Hit(SMALL, 0, 1, 2));
        engine.put(new Entry(SMALL, 2, List.of(row(3, 0, 0))));
        assertThat(engine.search(plan).hits()).containsExactly(new Hit(SMALL, 0, 3, 2));
        engine.remove(SMALL);
        assertThat(engine.search(plan)).isEqualTo(new Answer(0, 0, new int[0], List.of()));
    }

    @Test
    void shouldRefuseAnEntryOfAnotherShape() {
        Row narrow = new Row(new byte[1], new int[1], List.of(Set.of()));
        assertThatThrownBy(() -> engine.put(new Entry(SMALL, 1, List.of(narrow))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Term level(int column, int weight) {
        int[] points = new int[256];
        Arrays.setAll(points, level -> level == 255 ? 0 : weight * level);
        return new Term.CodePoints(column, points);
    }

    private static Row row(int one, int two, int size, String... topics) {
        return new Row(new byte[] {(byte) one, (byte) two}, new int[] {size}, List.of(Set.of(topics)));
    }
}
