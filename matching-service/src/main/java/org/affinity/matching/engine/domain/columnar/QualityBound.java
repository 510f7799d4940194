package org.affinity.matching.engine.domain.columnar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A bound for the qualities of a layout taken together. The best row of a block in one quality is seldom the best in
 * the others, so the highest weighted mean says far more than the highest level of each.
 *
 * <p>With weights w of the plan and v of the layout, and a share s so small that no w - s v is negative, the sum of w
 * times levels is at most s times the highest sum of v times levels, plus the sum of (w - s v) times the highest
 * levels.
 */
final class QualityBound {

    /** Fixed point of the share. */
    private static final int SCALE_BITS = 10;

    private static final int SCALE = 1 << SCALE_BITS;
    /** Points above this are left to the simple bound, for the sake of numbers that fit. */
    private static final int MOST_POINTS = 1_000_000;

    private final int qualityColumn;
    private final CodeTerm[] terms;
    private final int[] factors;
    private final int[] unknown;
    private final int qualityFactor;
    private final int constant;
    private final Kernel kernel;
    private final int[] sums = new int[Segment.BLOCKS];

    private QualityBound(Layout layout, CodeTerm[] terms, int qualityColumn, Kernel kernel) {
        this.qualityColumn = qualityColumn;
        this.terms = terms;
        this.kernel = kernel;
        int share = Integer.MAX_VALUE;
        for (int i = 0; i < terms.length; i++) {
            share = Math.min(
                    share, terms[i].factor() * SCALE / layout.qualities().get(i).weight());
        }
        factors = new int[terms.length];
        unknown = new int[terms.length];
        int points = 0;
        for (int i = 0; i < terms.length; i++) {
            factors[i] = terms[i].factor() * SCALE
                    - share * layout.qualities().get(i).weight();
            unknown[i] = layout.qualities().get(i).unknown() + 1;
            // Codes are levels plus one.
            points += terms[i].constant() + terms[i].factor();
        }
        qualityFactor = share * layout.totalWeight();
        constant = points;
    }

    /** Empty unless the plan weighs every quality, each in a straight line. */
    static List<QualityBound> of(Layout layout, int qualityColumn, List<Points> terms, Kernel kernel) {
        List<CodeTerm> weighed = new ArrayList<>();
        long most = 0;
        for (Layout.Quality quality : layout.qualities()) {
            for (Points term : terms) {
                if (term instanceof CodeTerm code
                        && code.column == quality.column()
                        && code.isLineWithUnknownAtMost(quality.unknown())) {
                    weighed.add(code);
                    most += Math.abs((long) code.constant()) + 256L * code.factor();
                    break;
                }
            }
        }
        boolean isUseful =
                !weighed.isEmpty() && weighed.size() == layout.qualities().size() && most < MOST_POINTS;
        return isUseful
                ? List.of(new QualityBound(layout, weighed.toArray(CodeTerm[]::new), qualityColumn, kernel))
                : List.of();
    }

    boolean covers(Points term) {
        for (CodeTerm covered : terms) {
            if (covered == term) {
                return true;
            }
        }
        return false;
    }

    /** Adds a bound for each block that has rows, and something to the others. */
    void addMost(Segment segment, int[] bounds) {
        Arrays.fill(sums, 0);
        add(segment, qualityColumn, qualityFactor, 1);
        for (int i = 0; i < terms.length; i++) {
            add(segment, terms[i].column, factors[i], unknown[i]);
        }
        for (int block = 0; block < Segment.BLOCKS; block++) {
            bounds[block] += constant + ((sums[block] + SCALE - 1) >> SCALE_BITS);
        }
    }

    /** The bound of a block that has rows. */
    int most(Segment segment, int block) {
        int sum = qualityFactor * highest(segment, qualityColumn, block, 1);
        for (int i = 0; i < terms.length; i++) {
            sum += factors[i] * highest(segment, terms[i].column, block, unknown[i]);
        }
        return constant + ((sum + SCALE - 1) >> SCALE_BITS);
    }

    /** The highest level of a block, that of unknown included. */
    private static int highest(Segment segment, int column, int block, int ofUnknown) {
        int place = column * Segment.BLOCKS + block;
        int highest = segment.highest[place] & 0xFF;
        return (segment.lowest[place] == 0 ? Math.max(highest, ofUnknown) : highest) - 1;
    }

    /** Adds the highest level times a factor. */
    private void add(Segment segment, int column, int factor, int ofUnknown) {
        boolean hasUnknown = (segment.presence[column * 4] & 1) != 0;
        if (!hasUnknown) {
            kernel.addLinear(sums, segment.highest, column * Segment.BLOCKS, factor, -factor);
            return;
        }
        for (int block = 0; block < Segment.BLOCKS; block++) {
            sums[block] += factor * highest(segment, column, block, ofUnknown);
        }
    }
}
