package org.affinity.matching.engine.domain.columnar;

import org.affinity.matching.engine.domain.Term;

/** A term made ready for segments; for one search and one thread. */
abstract class Points {

    /** How far the points of two rows can be apart. */
    abstract long spread();

    /** No row of a block of the segment that was prepared gets more. */
    abstract int most(Segment segment, int block);

    /** Adds the points of the given rows of a block; what is added for others means nothing. */
    abstract void add(Segment segment, int block, long rows, int[] sums);

    /** Called before blocks of a segment are looked at one by one. */
    void prepare(Segment segment) {}

    /** Prepares for a segment, and takes from its bounds by how much {@link #addMost} added more than {@link #most}. */
    void prepare(Segment segment, int[] bounds) {
        prepare(segment);
    }

    /**
     * Adds {@link #most} of each block that has rows, or more where that is not known without preparing, and something
     * to the others.
     */
    void addMost(Segment segment, long[] rows, int offset, int[] bounds) {
        for (int block = 0; block < Segment.BLOCKS; block++) {
            if (rows[offset + block] != 0) {
                bounds[block] += most(segment, block);
            }
        }
    }

    static long spread(int[] points) {
        int most = points[0];
        int least = points[0];
        for (int i = 1; i < points.length; i++) {
            most = Math.max(most, points[i]);
            least = Math.min(least, points[i]);
        }
        return (long) most - least;
    }

    static Points of(Term term, Dictionary dictionary, Kernel kernel) {
        return switch (term) {
            case Term.CodePoints code -> new CodeTerm(code.column(), code.points(), kernel);
            case Term.SumPoints sum -> new SumTerm(sum.columns(), sum.points(), kernel);
            case Term.KeywordPoints keywords ->
                new WordTerm(
                        keywords.set(),
                        dictionary.known(keywords.set(), keywords.wanted()),
                        keywords.pointsByCount(),
                        keywords.pointsWhenEmpty());
            case Term.NumberPoints number -> new NumberTerm(number.column(), number.fromAscending(), number.points());
        };
    }
}
