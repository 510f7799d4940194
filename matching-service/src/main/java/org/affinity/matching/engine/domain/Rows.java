package org.affinity.matching.engine.domain;

import java.util.Collections;
import java.util.List;

/** What predicates and terms mean for one row. */
public final class Rows {

    private Rows() {}

    /** Whether a predicate holds for a row. */
    public static boolean test(Predicate predicate, Row row) {
        return switch (predicate) {
            case Predicate.CodeIn in -> in.allowed().get(row.code(in.column()));
            case Predicate.NumberBetween between ->
                row.numbers()[between.column()] >= between.min() && row.numbers()[between.column()] <= between.max();
            case Predicate.AnyKeyword any ->
                !Collections.disjoint(any.words(), row.keywords().get(any.set()));
            case Predicate.EmptyKeywords empty ->
                row.keywords().get(empty.set()).isEmpty();
            case Predicate.AtLeast least -> points(least.term(), row) >= least.points();
            case Predicate.AllOf all -> all.parts().stream().allMatch(part -> test(part, row));
            case Predicate.AnyOf any -> any.parts().stream().anyMatch(part -> test(part, row));
            case Predicate.Not not -> !test(not.part(), row);
        };
    }

    /** The sum of the terms' points for a row. */
    public static int points(List<Term> terms, Row row) {
        return terms.stream().mapToInt(term -> points(term, row)).sum();
    }

    /** A term's points for a row. */
    public static int points(Term term, Row row) {
        return switch (term) {
            case Term.CodePoints code -> code.points()[row.code(code.column())];
            case Term.SumPoints sum -> sum(sum, row);
            case Term.KeywordPoints keywords -> keywords(keywords, row);
            case Term.NumberPoints number -> number(number, row);
        };
    }

    private static int sum(Term.SumPoints term, Row row) {
        if (row.code(term.columns()[0]) == Row.UNKNOWN_CODE) {
            return 0;
        }
        int sum = 0;
        for (int column : term.columns()) {
            int level = row.code(column);
            sum += level == Row.UNKNOWN_CODE ? 0 : level;
        }
        return term.points()[Math.min(sum, Row.HIGHEST_LEVEL)];
    }

    private static int keywords(Term.KeywordPoints term, Row row) {
        var words = row.keywords().get(term.set());
        if (words.isEmpty()) {
            return term.pointsWhenEmpty();
        }
        int count = (int) term.wanted().stream().filter(words::contains).count();
        return term.pointsByCount()[Math.min(count, term.pointsByCount().length - 1)];
    }

    private static int number(Term.NumberPoints term, Row row) {
        int value = row.numbers()[term.column()];
        int step = 0;
        while (step < term.fromAscending().length && value >= term.fromAscending()[step]) {
            step++;
        }
        return term.points()[step];
    }
}
