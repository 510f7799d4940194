package org.affinity.profile.trackrecord.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.affinity.profile.creator.domain.FactSource;
import org.affinity.profile.creator.domain.MeasuredFigure;

/** What a creator's results come to together. A result without a figure counts for none of its aggregates. */
public final class TrackRecordFigures {

    private static final List<String> MEDIANS = List.of("IMPRESSIONS", "REACH", "ENGAGEMENTS");

    private final List<Result> results;
    private final Instant now;

    /** The aggregates of these results. */
    public TrackRecordFigures(List<Result> results, Instant now) {
        this.results = List.copyOf(results);
        this.now = now;
    }

    /** Every aggregate, also those that are unknown. */
    public List<MeasuredFigure> all() {
        List<MeasuredFigure> figures = new ArrayList<>();
        MEDIANS.forEach(kpi -> figures.add(median(kpi)));
        figures.add(engagementByReach());
        figures.addAll(donations());
        return figures;
    }

    private MeasuredFigure median(String kpi) {
        List<BigDecimal> values = results.stream()
                .flatMap(result -> result.value(kpi).stream())
                .sorted()
                .toList();
        return figure(
                "MEDIAN_" + kpi,
                median(values),
                "COUNT",
                "Median over the collaborations whose " + kpi.toLowerCase(java.util.Locale.ROOT)
                        + " are known; each sums its posts",
                values.size());
    }

    /** The middle value, or the mean of the two in the middle; null without values. */
    static BigDecimal median(List<BigDecimal> sorted) {
        int size = sorted.size();
        if (size == 0) {
            return null;
        }
        BigDecimal upper = sorted.get(size / 2);
        return size % 2 == 1
                ? upper
                : upper.add(sorted.get(size / 2 - 1)).divide(BigDecimal.TWO, MathContext.DECIMAL64);
    }

    private MeasuredFigure engagementByReach() {
        BigDecimal engagements = BigDecimal.ZERO;
        BigDecimal reach = BigDecimal.ZERO;
        int known = 0;
        for (Result result : results) {
            Optional<BigDecimal> reached = result.value("REACH");
            Optional<BigDecimal> engaged = result.value("ENGAGEMENTS");
            if (reached.isPresent() && engaged.isPresent()) {
                reach = reach.add(reached.get());
                engagements = engagements.add(engaged.get());
                known++;
            }
        }
        return figure(
                "ENGAGEMENT_RATE_BY_REACH",
                reach.signum() == 0 ? null : engagements.divide(reach, 6, RoundingMode.HALF_EVEN),
                "SHARE",
                "Pooled: engagements divided by reach, each summed over the collaborations that know both",
                known);
    }

    private List<MeasuredFigure> donations() {
        Map<String, List<BigDecimal>> byCurrency = new TreeMap<>();
        results.stream()
                .flatMap(result -> result.figures().stream())
                .filter(figure -> figure.kpi().equals("DONATIONS") && figure.value() != null)
                .forEach(figure -> byCurrency
                        .computeIfAbsent(figure.unit(), _ -> new ArrayList<>())
                        .add(figure.value()));
        List<MeasuredFigure> totals = new ArrayList<>();
        byCurrency.forEach((currency, amounts) -> totals.add(figure(
                "TOTAL_DONATIONS",
                amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                currency,
                "Donations in this currency, summed over the collaborations that know them",
                amounts.size())));
        return totals;
    }

    private MeasuredFigure figure(String name, BigDecimal value, String unit, String definition, int sampleSize) {
        return new MeasuredFigure(
                name,
                value,
                unit,
                null,
                null,
                null,
                definition,
                null,
                now,
                sampleSize,
                FactSource.MEASURED,
                now,
                value == null ? "No collaboration with a known figure has come to a result." : null);
    }
}
