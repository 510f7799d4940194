package org.affinity.profile.account.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.affinity.profile.account.domain.FollowerSeries.Point;
import org.affinity.profile.creator.domain.Figure;

/** Growth of an account's followers, how uneven it is, and sudden jumps. */
public final class FollowerGrowth {

    /** Definition of {@link #absolute}. */
    public static final String ABSOLUTE = "followers at the last observation minus followers at the first";

    /** Definition of {@link #per30Days}. */
    public static final String PER_30_DAYS =
            "(last / first) ^ (30 / days between) - 1: compound growth per 30 days, as a share of the followers; at least 7 days";

    /** Days without which no growth per 30 days is told. */
    public static final int FEWEST_DAYS = 7;

    /** Definition of {@link #volatility}. */
    public static final String VOLATILITY = "1.4826 * median absolute deviation of the daily log growth"
            + " ln((followers + 1) / (followers before + 1)) / days; at least 3 intervals";

    /** Intervals without which no volatility is told. */
    public static final int FEWEST_FOR_VOLATILITY = 3;

    /** Intervals without which no jump is told. */
    public static final int FEWEST_FOR_JUMPS = 6;

    /**
     * Robust z-score beyond which an interval is a jump (Iglewicz and Hoaglin, How to Detect and Handle Outliers,
     * 1993).
     */
    public static final double JUMP_SCORE = 3.5;

    /** Change of the logarithm below which no interval is a jump: 2 %. */
    public static final double SMALLEST_JUMP = 0.02;

    /** Definition of {@link #jumps}. */
    public static final String JUMPS = "intervals whose daily log growth has a robust z-score"
            + " 0.6745 * (growth - median) / median absolute deviation beyond 3.5 (Iglewicz and Hoaglin 1993), with a"
            + " deviation of at least 0.0005 and a change of at least 2 %; at least 6 intervals";

    private static final double STEADIEST = 0.0005;
    private static final double NORMAL_MAD = 0.6745;

    private final FollowerSeries series;
    private final List<Interval> intervals = new ArrayList<>();

    /** Growth along a series; null when nothing is known. */
    public FollowerGrowth(FollowerSeries series) {
        this.series = series;
        List<Point> points = series == null ? List.of() : series.points();
        for (int i = 1; i < points.size(); i++) {
            intervals.add(new Interval(points.get(i - 1), points.get(i)));
        }
    }

    /** Followers won or lost. */
    public Figure absolute() {
        return intervals.isEmpty()
                ? tooFew(ABSOLUTE)
                : figure(ABSOLUTE, BigDecimal.valueOf(last().followers() - first().followers()));
    }

    /** Compound growth per 30 days. */
    public Figure per30Days() {
        if (intervals.isEmpty()) {
            return tooFew(PER_30_DAYS);
        }
        if (first().followers() == 0) {
            return Figure.unknown("STARTED_FROM_ZERO", PER_30_DAYS);
        }
        if (days(first(), last()) < FEWEST_DAYS) {
            return Figure.unknown("TOO_SHORT", PER_30_DAYS);
        }
        double ratio = (double) last().followers() / first().followers();
        return figure(PER_30_DAYS, Figure.decimal(Math.pow(ratio, 30.0 / days(first(), last())) - 1));
    }

    /** How uneven the growth is. */
    public Figure volatility() {
        if (intervals.size() < FEWEST_FOR_VOLATILITY) {
            return tooFew(VOLATILITY);
        }
        return figure(VOLATILITY, Figure.decimal(deviation(median(rates())) / NORMAL_MAD));
    }

    /** Sudden jumps, up and down; empty also when the history is too short to tell. */
    public List<Jump> jumps() {
        if (intervals.size() < FEWEST_FOR_JUMPS) {
            return List.of();
        }
        double median = median(rates());
        double deviation = Math.max(STEADIEST, deviation(median));
        var jumps = new ArrayList<Jump>();
        for (Interval interval : intervals) {
            double score = NORMAL_MAD * (interval.rate() - median) / deviation;
            if (Math.abs(score) > JUMP_SCORE && Math.abs(interval.change()) >= SMALLEST_JUMP) {
                jumps.add(new Jump(
                        score > 0 ? Jump.Direction.UP : Jump.Direction.DOWN,
                        interval.before().at(),
                        interval.after().at(),
                        interval.before().followers(),
                        interval.after().followers(),
                        Figure.decimal(score)));
            }
        }
        return jumps;
    }

    /** Whether the history is long enough to tell jumps. */
    public boolean canTellJumps() {
        return intervals.size() >= FEWEST_FOR_JUMPS;
    }

    private Figure figure(String definition, BigDecimal value) {
        return Figure.observed(value, definition, series.points().size(), series.source(), last().at())
                .over(first().at(), last().at());
    }

    private static Figure tooFew(String definition) {
        return Figure.unknown("TOO_FEW_OBSERVATIONS", definition);
    }

    private Point first() {
        return series.points().getFirst();
    }

    private Point last() {
        return series.points().getLast();
    }

    private double[] rates() {
        return intervals.stream().mapToDouble(Interval::rate).toArray();
    }

    private double deviation(double median) {
        return median(intervals.stream()
                .mapToDouble(interval -> Math.abs(interval.rate() - median))
                .toArray());
    }

    private static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        java.util.Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static long days(Point before, Point after) {
        return ChronoUnit.DAYS.between(day(before), day(after));
    }

    private static LocalDate day(Point point) {
        return LocalDate.ofInstant(point.at(), ZoneOffset.UTC);
    }

    private record Interval(Point before, Point after) {

        double change() {
            return Math.log((after.followers() + 1.0) / (before.followers() + 1.0));
        }

        double rate() {
            return change() / days(before, after);
        }
    }
}
