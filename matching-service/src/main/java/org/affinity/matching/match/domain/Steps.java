package org.affinity.matching.match.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.match.domain.Columns.Figure;

/** Levels that rise with a number, as steps. */
final class Steps {

    private Steps() {}

    /** Half of the levels at {@code half}: each step begins at the first whole number that rounds to its level. */
    static Reading saturating(Figure column, double half) {
        List<Integer> from = new ArrayList<>(List.of(0));
        List<Integer> levels = new ArrayList<>(List.of(Levels.UNKNOWN, 0));
        for (int level = 1; level <= Levels.HIGHEST; level++) {
            double value = level - 0.5;
            double first = Math.ceil(half * value / (Levels.HIGHEST - value));
            if (first > Integer.MAX_VALUE) {
                break;
            }
            if (first > from.getLast()) {
                from.add((int) first);
                levels.add(level);
            } else {
                levels.set(levels.size() - 1, level);
            }
        }
        return new Reading.OfNumber(Columns.place(column), array(from), array(levels));
    }

    /** Halved with each half-life since the day; days to come count as today. */
    static Reading age(Figure column, double halfLifeDays, Instant asOf) {
        int today = Days.day(asOf);
        List<Integer> from = new ArrayList<>(List.of(Row.UNKNOWN_NUMBER + 1));
        List<Integer> levels = new ArrayList<>(List.of(Levels.UNKNOWN, 0));
        for (int days = (int) (halfLifeDays * 12); days >= 0; days--) {
            int level = Levels.of(Math.pow(0.5, days / halfLifeDays));
            if (level > levels.getLast()) {
                from.add(today - days);
                levels.add(level);
            }
        }
        return new Reading.OfNumber(Columns.place(column), array(from), array(levels));
    }

    private static int[] array(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
