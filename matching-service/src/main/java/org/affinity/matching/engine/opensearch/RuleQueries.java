package org.affinity.matching.engine.opensearch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.affinity.matching.engine.domain.Predicate;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.engine.domain.Term;

/** Says predicates as queries to nested rows. */
record RuleQueries(RowLayout layout) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Whether a predicate holds for every row, whatever is in it. */
    static boolean isAlways(Predicate predicate) {
        return switch (predicate) {
            case Predicate.CodeIn in -> in.allowed().nextClearBit(0) > Row.UNKNOWN_CODE;
            case Predicate.AllOf all -> all.parts().stream().allMatch(RuleQueries::isAlways);
            case Predicate.AnyOf any -> any.parts().stream().anyMatch(RuleQueries::isAlways);
            case Predicate.NumberBetween between ->
                between.min() == Integer.MIN_VALUE && between.max() == Integer.MAX_VALUE;
            case Predicate.AnyKeyword _, Predicate.EmptyKeywords _, Predicate.AtLeast _, Predicate.Not _ -> false;
        };
    }

    ObjectNode query(Predicate predicate) {
        return switch (predicate) {
            case Predicate.CodeIn in -> codeIn(in.column(), in.allowed());
            case Predicate.NumberBetween between -> numberBetween(between.column(), between.min(), between.max());
            case Predicate.AnyKeyword any -> anyKeyword(any.set(), any.words());
            case Predicate.EmptyKeywords empty -> empty(empty.set());
            case Predicate.AtLeast atLeast -> atLeast(atLeast.term(), atLeast.points());
            case Predicate.AllOf all -> all.parts().isEmpty() ? always() : bool("filter", queries(all.parts()));
            case Predicate.AnyOf any -> any.parts().isEmpty() ? never() : bool("should", queries(any.parts()));
            case Predicate.Not not -> not(query(not.part()));
        };
    }

    List<ObjectNode> queries(Collection<Predicate> predicates) {
        return predicates.stream().map(this::query).toList();
    }

    private ObjectNode codeIn(int column, BitSet allowed) {
        int first = allowed.nextSetBit(0);
        if (first < 0 || first > Row.UNKNOWN_CODE) {
            return never();
        }
        int afterLast = allowed.nextClearBit(first);
        String field = RowLayout.inRows(RowLayout.code(column));
        if (allowed.nextSetBit(afterLast) < 0) {
            return range(field, first, Math.min(afterLast - 1, Row.UNKNOWN_CODE));
        }
        ObjectNode query = JSON.objectNode();
        ArrayNode codes = query.putObject("terms").putArray(field);
        allowed.stream().filter(code -> code <= Row.UNKNOWN_CODE).forEach(codes::add);
        return query;
    }

    private ObjectNode numberBetween(int column, int min, int max) {
        return min > max ? never() : range(RowLayout.inRows(RowLayout.number(column)), min, max);
    }

    private static ObjectNode range(String field, int min, int max) {
        ObjectNode query = JSON.objectNode();
        query.putObject("range").putObject(field).put("gte", min).put("lte", max);
        return query;
    }

    private static ObjectNode anyKeyword(int set, Collection<String> words) {
        if (words.isEmpty()) {
            return never();
        }
        ObjectNode query = JSON.objectNode();
        ArrayNode wanted = query.putObject("terms").putArray(RowLayout.inRows(RowLayout.keywords(set)));
        words.stream().sorted().forEach(wanted::add);
        return query;
    }

    static ObjectNode keyword(int set, String word) {
        ObjectNode query = JSON.objectNode();
        query.putObject("term").put(RowLayout.inRows(RowLayout.keywords(set)), word);
        return query;
    }

    static ObjectNode empty(int set) {
        ObjectNode exists = JSON.objectNode();
        exists.putObject("exists").put("field", RowLayout.inRows(RowLayout.keywords(set)));
        return not(exists);
    }

    private ObjectNode atLeast(Term term, int least) {
        return switch (term) {
            case Term.CodePoints code -> {
                BitSet allowed = new BitSet(code.points().length);
                IntStream.range(0, code.points().length)
                        .filter(level -> code.points()[level] >= least)
                        .forEach(allowed::set);
                yield codeIn(code.column(), allowed);
            }
            case Term.SumPoints sum -> PointsScript.atLeast(layout, sum, least);
            case Term.KeywordPoints keywords -> enoughWords(keywords, least);
            case Term.NumberPoints number ->
                bool(
                        "should",
                        IntStream.range(0, number.points().length)
                                .filter(step -> number.points()[step] >= least)
                                .mapToObj(step -> step(number, step))
                                .toList());
        };
    }

    private ObjectNode step(Term.NumberPoints term, int step) {
        int[] from = term.fromAscending();
        int min = step == 0 ? Integer.MIN_VALUE : from[step - 1];
        if (step == from.length) {
            return numberBetween(term.column(), min, Integer.MAX_VALUE);
        }
        return from[step] == Integer.MIN_VALUE ? never() : numberBetween(term.column(), min, from[step] - 1);
    }

    /** As many words as bring enough points: any of the counts that do, and no word at all where that does. */
    private static ObjectNode enoughWords(Term.KeywordPoints term, int least) {
        int most = Math.min(term.pointsByCount().length - 1, term.wanted().size());
        List<ObjectNode> counts = IntStream.rangeClosed(0, most)
                .filter(count -> term.pointsByCount()[count] >= least)
                .mapToObj(count -> bool("filter", List.of(not(empty(term.set())), exactly(term, count, most))))
                .toList();
        ObjectNode some = bool("should", counts);
        return term.pointsWhenEmpty() >= least ? bool("should", List.of(some, empty(term.set()))) : some;
    }

    /** So many of the words; the most that bring points of their own stand for more, too. */
    private static ObjectNode exactly(Term.KeywordPoints term, int count, int most) {
        ObjectNode enough = count == 0 ? always() : words(term, count);
        return count == most ? enough : bool("filter", List.of(enough, not(words(term, count + 1))));
    }

    private static ObjectNode words(Term.KeywordPoints term, int least) {
        ObjectNode query = bool(
                "should",
                term.wanted().stream().map(word -> keyword(term.set(), word)).toList());
        query.withObject("/bool").put("minimum_should_match", least);
        return query;
    }

    /** {@code filter} for all of the queries, {@code should} for any. */
    static ObjectNode bool(String kind, List<ObjectNode> queries) {
        if (queries.isEmpty()) {
            return kind.equals("filter") ? always() : never();
        }
        ObjectNode query = JSON.objectNode();
        query.putObject("bool").putArray(kind).addAll(queries);
        return query;
    }

    private static ObjectNode not(ObjectNode part) {
        ObjectNode query = JSON.objectNode();
        query.putObject("bool").putArray("must_not").add(part);
        return query;
    }

    static ObjectNode always() {
        ObjectNode query = JSON.objectNode();
        query.putObject("match_all");
        return query;
    }

    private static ObjectNode never() {
        ObjectNode query = JSON.objectNode();
        query.putObject("match_none");
        return query;
    }
}
