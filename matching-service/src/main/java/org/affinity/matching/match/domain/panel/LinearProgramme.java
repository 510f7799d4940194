package org.affinity.matching.match.domain.panel;

import java.util.Arrays;
import java.util.List;

/**
 * {@code max Σ d·x} with 0 ≤ x ≤ 1 and rows {@code least ≤ Σ a·x ≤ most}, for several d one after the other.
 *
 * <p>A dual simplex: every column has an upper bound, the rows' slacks too, so any basis is dual feasible once each
 * other column is at the bound that its reduced worth asks for. The next d starts where the last one ended. Each step
 * follows one price for as long as the bound falls, past whoever changes their mind on the way (Maros' long step), so a
 * few dozen steps do. Stopped early, prices are merely not the best ones.
 */
final class LinearProgramme {

    private static final int MOST_STEPS = 300;
    private static final double TOLERANCE = 1e-9;

    /**
     * One constraint.
     *
     * @param coefficients of each column
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    record Row(double[] coefficients, double least, double most) {}

    private final int columns;
    private final List<Row> rows;
    /** What is in the basis in each row's place: a column, or {@code columns + row} for a row's slack. */
    private final int[] basis;

    private final boolean[] isBasic;
    /** Those outside the basis that are at their upper bound. */
    private final boolean[] isFull;

    private final double[][] inverse;
    /** Worth of columns and slacks less the prices of the rows they use. */
    private final double[] reduced;
    /** What those at their upper bound leave of each row. */
    private final double[] left;

    private final double[] values;
    private final double[] pivotRow;
    private final LazyHeap changing;

    LinearProgramme(int columns, List<Row> rows) {
        this.columns = columns;
        this.rows = List.copyOf(rows);
        int all = columns + rows.size();
        this.basis = new int[rows.size()];
        this.isBasic = new boolean[all];
        this.isFull = new boolean[all];
        this.inverse = new double[rows.size()][rows.size()];
        this.reduced = new double[all];
        this.left = new double[rows.size()];
        this.values = new double[rows.size()];
        this.pivotRow = new double[all];
        this.changing = new LazyHeap(all);
        for (int row = 0; row < basis.length; row++) {
            basis[row] = columns + row;
            isBasic[columns + row] = true;
            inverse[row][row] = 1;
        }
    }

    /** Finds prices of the rows: above zero where the most is short, below where the least asks for too much. */
    double[] prices(double[] worth) {
        price(worth);
        place();
        for (int step = 0; step < MOST_STEPS; step++) {
            int leaving = mostBroken();
            if (leaving < 0 || !exchange(leaving)) {
                break;
            }
        }
        double[] prices = new double[rows.size()];
        for (int row = 0; row < prices.length; row++) {
            prices[row] = -reduced[columns + row];
        }
        return prices;
    }

    /** What is had of each column at the last prices. */
    double[] parts() {
        double[] parts = new double[columns];
        for (int column = 0; column < columns; column++) {
            parts[column] = !isBasic[column] && isFull[column] ? 1 : 0;
        }
        for (int row = 0; row < basis.length; row++) {
            if (basis[row] < columns) {
                parts[basis[row]] = Math.clamp(values[row], 0.0, 1.0);
            }
        }
        return parts;
    }

    private void price(double[] worth) {
        System.arraycopy(worth, 0, reduced, 0, columns);
        Arrays.fill(reduced, columns, reduced.length, 0);
        for (int row = 0; row < basis.length; row++) {
            double price = 0;
            for (int place = 0; place < basis.length; place++) {
                price += basis[place] < columns ? worth[basis[place]] * inverse[place][row] : 0;
            }
            if (price != 0) {
                add(-price, row, reduced);
            }
        }
    }

    /** Adds a multiple of a row, its slack included. */
    private void add(double times, int row, double[] to) {
        double[] coefficients = rows.get(row).coefficients();
        for (int column = 0; column < columns; column++) {
            to[column] += times * coefficients[column];
        }
        to[columns + row] += times;
    }

    /** Puts everybody outside the basis at the bound that their reduced worth asks for. */
    private void place() {
        for (int row = 0; row < left.length; row++) {
            left[row] = rows.get(row).most();
        }
        for (int any = 0; any < isFull.length; any++) {
            isFull[any] = !isBasic[any] && reduced[any] > 0;
            if (isFull[any]) {
                use(any, 1);
            }
        }
        value();
    }

    private void use(int any, int times) {
        if (any >= columns) {
            left[any - columns] -= times * span(any);
        } else {
            for (int row = 0; row < left.length; row++) {
                left[row] -= times * rows.get(row).coefficients()[any];
            }
        }
    }

    private double span(int any) {
        return any < columns
                ? 1
                : rows.get(any - columns).most() - rows.get(any - columns).least();
    }

    private void value() {
        for (int place = 0; place < values.length; place++) {
            double value = 0;
            for (int row = 0; row < left.length; row++) {
                value += inverse[place][row] * left[row];
            }
            values[place] = value;
        }
    }

    /** Whose value is furthest outside its bounds, measured along the step that mends it; -1 when all are inside. */
    private int mostBroken() {
        int most = -1;
        double mostBy = 0;
        for (int place = 0; place < values.length; place++) {
            double by = Math.max(-values[place], values[place] - span(basis[place]));
            if (by > TOLERANCE) {
                double length = 0;
                for (double entry : inverse[place]) {
                    length += entry * entry;
                }
                if (by * by / length > mostBy) {
                    most = place;
                    mostBy = by * by / length;
                }
            }
        }
        return most;
    }

    /** Takes one out of the basis and another in; false when no prices mend it. */
    private boolean exchange(int place) {
        int leaving = basis[place];
        boolean isAbove = values[place] > span(leaving);
        int direction = isAbove ? -1 : 1;
        Arrays.fill(pivotRow, 0);
        for (int row = 0; row < basis.length; row++) {
            if (inverse[place][row] != 0) {
                add(inverse[place][row], row, pivotRow);
            }
        }
        int entering = entering(direction, isAbove ? values[place] - span(leaving) : -values[place]);
        if (entering < 0) {
            return false;
        }
        double step = reduced[entering] / pivotRow[entering];
        for (int any = 0; any < reduced.length; any++) {
            reduced[any] = isBasic[any] ? 0 : reduced[any] - step * pivotRow[any];
        }
        reduced[entering] = 0;
        reduced[leaving] = -step;
        if (isFull[entering]) {
            use(entering, -1);
        }
        isFull[entering] = false;
        isBasic[entering] = true;
        isBasic[leaving] = false;
        isFull[leaving] = isAbove;
        if (isAbove) {
            use(leaving, 1);
        }
        basis[place] = entering;
        pivot(place, entering);
        value();
        return true;
    }

    /** Moves everybody to the other bound whose reduced worth changes sign before the slope is used up. */
    private int entering(int direction, double slope) {
        changing.clear();
        for (int any = 0; any < reduced.length; any++) {
            double by = direction * pivotRow[any];
            if (!isBasic[any] && (isFull[any] ? by > TOLERANCE : by < -TOLERANCE)) {
                changing.add(any, -Math.max(0, reduced[any] / by), 0);
            }
        }
        double remaining = slope;
        while (!changing.isEmpty()) {
            int next = changing.top();
            remaining -= span(next) * Math.abs(pivotRow[next]);
            if (remaining <= 0) {
                return next;
            }
            changing.removeTop();
            use(next, isFull[next] ? -1 : 1);
            isFull[next] = !isFull[next];
        }
        return -1;
    }

    private void pivot(int place, int entering) {
        double[] column = new double[basis.length];
        for (int at = 0; at < column.length; at++) {
            for (int row = 0; row < basis.length; row++) {
                double coefficient = entering >= columns
                        ? (entering - columns == row ? 1 : 0)
                        : rows.get(row).coefficients()[entering];
                column[at] += inverse[at][row] * coefficient;
            }
        }
        for (int row = 0; row < basis.length; row++) {
            inverse[place][row] /= column[place];
        }
        for (int at = 0; at < column.length; at++) {
            if (at != place && column[at] != 0) {
                for (int row = 0; row < basis.length; row++) {
                    inverse[at][row] -= column[at] * inverse[place][row];
                }
            }
        }
    }
}
