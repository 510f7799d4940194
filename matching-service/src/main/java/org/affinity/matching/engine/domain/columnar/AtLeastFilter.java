package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.engine.domain.Term;

/** Rows for which a term gives enough points; looked at row by row, as such rules are rare. */
final class AtLeastFilter extends Filter {

    private final Term term;
    private final int points;
    private final WordFilter[] words;
    private final long[] withWord = new long[Segment.BLOCKS];
    private final int[] counts;

    AtLeastFilter(Term term, int points, Dictionary dictionary) {
        this.term = term;
        this.points = points;
        this.words = term instanceof Term.KeywordPoints wanted
                ? IntStream.of(dictionary.known(wanted.set(), wanted.wanted()))
                        .mapToObj(word -> new WordFilter(new int[] {word}))
                        .toArray(WordFilter[]::new)
                : new WordFilter[0];
        this.counts = term instanceof Term.KeywordPoints ? new int[Segment.ROWS] : new int[0];
    }

    @Override
    Extent extent(Segment segment) {
        return Extent.SOME;
    }

    @Override
    void retain(Segment segment, long[] rows, int offset) {
        count(segment, rows, offset);
        for (int block = 0; block < Segment.BLOCKS; block++) {
            for (long left = rows[offset + block]; left != 0; left &= left - 1) {
                int row = block * Segment.BLOCK + Long.numberOfTrailingZeros(left);
                if (points(segment, row) < points) {
                    rows[offset + block] &= ~Long.lowestOneBit(left);
                }
            }
        }
    }

    /** Counts the wanted words of each row. */
    private void count(Segment segment, long[] rows, int offset) {
        Arrays.fill(counts, 0);
        for (WordFilter word : words) {
            System.arraycopy(rows, offset, withWord, 0, Segment.BLOCKS);
            word.retain(segment, withWord, 0);
            for (int block = 0; block < Segment.BLOCKS; block++) {
                for (long left = withWord[block]; left != 0; left &= left - 1) {
                    counts[block * Segment.BLOCK + Long.numberOfTrailingZeros(left)]++;
                }
            }
        }
    }

    private int points(Segment segment, int row) {
        return switch (term) {
            case Term.CodePoints code -> code.points()[code(segment, code.column(), row)];
            case Term.SumPoints sum -> sum(segment, sum, row);
            case Term.NumberPoints number ->
                number.points()[step(number, segment.numbers[number.column() * Segment.ROWS + row])];
            case Term.KeywordPoints keywords -> {
                long empty = segment.empty[keywords.set() * Segment.BLOCKS + row / Segment.BLOCK];
                yield (empty >>> row & 1) != 0
                        ? keywords.pointsWhenEmpty()
                        : keywords.pointsByCount()[Math.min(counts[row], keywords.pointsByCount().length - 1)];
            }
        };
    }

    private static int code(Segment segment, int column, int row) {
        int stored = segment.code(column, row);
        return stored == 0 ? Row.UNKNOWN_CODE : stored - 1;
    }

    private static int sum(Segment segment, Term.SumPoints term, int row) {
        if (code(segment, term.columns()[0], row) == Row.UNKNOWN_CODE) {
            return 0;
        }
        int sum = 0;
        for (int column : term.columns()) {
            int level = code(segment, column, row);
            sum += level == Row.UNKNOWN_CODE ? 0 : level;
        }
        return term.points()[Math.min(sum, Row.HIGHEST_LEVEL)];
    }

    private static int step(Term.NumberPoints term, int value) {
        int step = 0;
        while (step < term.fromAscending().length && value >= term.fromAscending()[step]) {
            step++;
        }
        return step;
    }
}
