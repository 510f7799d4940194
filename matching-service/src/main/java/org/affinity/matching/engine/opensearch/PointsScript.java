package org.affinity.matching.engine.opensearch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.engine.domain.Term;

/**
 * The score of a row as a script and queries that count words.
 *
 * <p>Scores of OpenSearch are floating-point numbers of 24 bits that must not be negative. Each term's points are
 * therefore counted from its least; what all of them together can bring must stay below 2^24 (67 times the range of
 * weights that sum up to 1). The words of a row are counted by queries: each term has its own digit in their score.
 *
 * @param program what the script works through, one term after the other
 * @param wordQueries their scores add up to the digits
 * @param lists words to be counted by the script, where there are more digits than fit
 * @param least the points of score 0
 * @param most the highest score
 */
record PointsScript(
        String program, List<ObjectNode> wordQueries, List<Term.KeywordPoints> lists, long least, long most) {

    /** Whole numbers from 0 to below this are all different as scores. */
    static final int EXACT = 1 << 24;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final int BY_CODE = 0;
    private static final int BY_SUM = 1;
    private static final int BY_NUMBER = 2;
    private static final int BY_DIGIT = 3;
    private static final int BY_LIST = 4;

    /** In {@link #BY_SUM}, the place of the points for unknown: after those of every level. */
    private static final int UNKNOWN = Row.HIGHEST_LEVEL + 1;

    private static final String COLUMNS = """
            BytesRef data = doc['rows.data'].value;
            byte[] row = data.bytes;
            int start = data.offset;
            String program = params.program;
            int points = 0;
            int at = 0;
            while (at < program.length()) {
              int kind = program.charAt(at) - 256;
              int size = program.charAt(at + 1) - 256;
              at += 2;
              int found = 0;
              if (kind == 0) {
                found = at + 1 + 2 * (row[start + program.charAt(at) - 256] & 255);
                at += 513;
              } else if (kind == 1) {
                int sum = 0;
                for (int i = 0; i < size && sum <= 250; i++) {
                  int level = row[start + program.charAt(at + i) - 256] & 255;
                  if (level != 255) {
                    sum += level;
                  } else if (i == 0) {
                    sum = 1000;
                  }
                }
                at += size;
                found = at + 2 * (sum == 1000 ? 251 : sum > 250 ? 250 : sum);
                at += 504;
              } else if (kind == 2) {
                int first = start + program.charAt(at) - 256;
                int number = (row[first] & 255) << 24 | (row[first + 1] & 255) << 16
                    | (row[first + 2] & 255) << 8 | (row[first + 3] & 255);
                at++;
                int step = 0;
                while (step < size && number >= ((program.charAt(at + 3 * step) - 256) << 24
                    | (program.charAt(at + 3 * step + 1) - 256) << 12 | program.charAt(at + 3 * step + 2) - 256)) {
                  step++;
                }
                at += 3 * size;
                found = at + 2 * step;
                at += 2 * size + 2;
              }%s
              points += ((program.charAt(found) - 256) << 12) + program.charAt(found + 1) - 256;
            }
            """;

    private static final String WORDS = """
             else if (kind == 3) {
                found = at + 2 * (digits % size);
                digits = digits / size;
                at += 2 * size;
              } else {
                List wanted = params.lists[program.charAt(at) - 256];
                def words = doc[params.fields[program.charAt(at) - 256]];
                int count = 0;
                for (int i = 0; i < wanted.size(); i++) {
                  if (words.contains(wanted.get(i))) {
                    count++;
                  }
                }
                at++;
                found = at + 2 * (words.size() == 0 ? size - 1 : count);
                at += 2 * size;
              }""";

    /** Always the same text, so that nodes compile it once. */
    private static final String SCORE = "int digits = (int) _score;\n"
            + COLUMNS.formatted(WORDS)
            + "return points * (int) params.places + (params.rows ? 63 - row[start] : 0);";

    private static final String AT_LEAST = COLUMNS.formatted("") + "return points >= (int) params.least;";

    static PointsScript of(RowLayout layout, Plan plan) {
        Writer writer = new Writer(layout);
        List<Term.KeywordPoints> words = new ArrayList<>();
        for (Term term : plan.terms()) {
            switch (term) {
                case Term.CodePoints code -> writer.code(code);
                case Term.SumPoints sum -> writer.sum(sum);
                case Term.NumberPoints number -> writer.number(number);
                case Term.KeywordPoints keywords -> words.add(keywords);
            }
        }
        words.sort(Comparator.comparingInt(term -> term.wanted().size()));
        words.forEach(writer::words);
        return writer.script();
    }

    /** A filter for rows with at least so many points. */
    static ObjectNode atLeast(RowLayout layout, Term.SumPoints term, int least) {
        Writer writer = new Writer(layout);
        writer.sum(term);
        PointsScript script = writer.script();
        if (least <= script.least) {
            return RuleQueries.always();
        }
        ObjectNode query = JSON.objectNode();
        ObjectNode body = query.putObject("script").putObject("script").put("source", AT_LEAST);
        body.putObject("params").put("program", script.program).put("least", (int)
                Math.min(Integer.MAX_VALUE, least - script.least));
        return query;
    }

    /**
     * The script as OpenSearch takes it.
     *
     * @param places what points are multiplied by
     * @param rows whether to add up to 63, the more the earlier a row stands in the profile
     */
    ObjectNode body(int places, boolean rows) {
        ObjectNode body = JSON.objectNode().put("source", SCORE);
        ObjectNode params = body.putObject("params");
        params.put("program", program).put("places", places).put("rows", rows);
        ArrayNode fields = params.putArray("fields");
        ArrayNode wanted = params.putArray("lists");
        for (Term.KeywordPoints list : lists) {
            fields.add(RowLayout.inRows(RowLayout.keywords(list.set())));
            list.wanted().forEach(wanted.addArray()::add);
        }
        return body;
    }

    /** Writes terms down, one after the other. */
    private static final class Writer {

        private final RowLayout layout;
        private final Program program = new Program();
        private final List<ObjectNode> wordQueries = new ArrayList<>();
        private final List<Term.KeywordPoints> lists = new ArrayList<>();
        private long least;
        private long most;
        private int digits = 1;

        Writer(RowLayout layout) {
            this.layout = layout;
        }

        PointsScript script() {
            return new PointsScript(program.toString(), List.copyOf(wordQueries), List.copyOf(lists), least, most);
        }

        void code(Term.CodePoints term) {
            program.small(BY_CODE).small(0).small(layout.codeAt(term.column()));
            points(term.points());
        }

        void sum(Term.SumPoints term) {
            program.small(BY_SUM).small(term.columns().length);
            for (int column : term.columns()) {
                program.small(layout.codeAt(column));
            }
            int[] points = Arrays.copyOf(term.points(), UNKNOWN + 1);
            points[UNKNOWN] = 0;
            points(points);
        }

        void number(Term.NumberPoints term) {
            program.small(BY_NUMBER).small(term.fromAscending().length).small(layout.numberAt(term.column()));
            for (int from : term.fromAscending()) {
                program.any(from);
            }
            points(term.points());
        }

        void words(Term.KeywordPoints term) {
            // No word, one and so on, and last: the row has no words at all.
            int[] points = new int[term.wanted().size() + 2];
            Arrays.setAll(points, count -> term.pointsByCount()[Math.min(count, term.pointsByCount().length - 1)]);
            points[points.length - 1] = term.pointsWhenEmpty();
            if ((long) digits * points.length < EXACT) {
                Set<String> wanted = new HashSet<>(term.wanted());
                wanted.forEach(word -> count(RuleQueries.keyword(term.set(), word), digits));
                count(RuleQueries.empty(term.set()), digits * (points.length - 1));
                digits *= points.length;
                program.small(BY_DIGIT).small(points.length);
            } else {
                program.small(BY_LIST).small(points.length).small(lists.size());
                lists.add(term);
            }
            points(points);
        }

        private void count(ObjectNode filter, int score) {
            ObjectNode query = JSON.objectNode();
            query.putObject("constant_score").put("boost", score).set("filter", filter);
            wordQueries.add(query);
        }

        private void points(int[] points) {
            int min = Arrays.stream(points).min().orElseThrow();
            int max = Arrays.stream(points).max().orElseThrow();
            for (int point : points) {
                program.pair(Math.toIntExact((long) point - min));
            }
            least += min;
            most += (long) max - min;
        }
    }
}
