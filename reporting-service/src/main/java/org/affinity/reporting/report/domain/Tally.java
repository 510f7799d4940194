package org.affinity.reporting.report.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.affinity.reporting.campaign.domain.Kpi;
import org.affinity.reporting.post.domain.Metric;
import org.affinity.reporting.post.domain.MetricSource;
import org.affinity.reporting.post.domain.Observation;

/** Adds the figures of posts up, keeping apart what networks vouch for, what creators declare and what is unknown. */
final class Tally {

    private final Set<Metric> metrics;
    private final String currency;
    private BigDecimal network = BigDecimal.ZERO;
    private BigDecimal declared = BigDecimal.ZERO;
    private int known;
    private int unknown;
    /** Of these, posts that have an amount in another currency. */
    private int inOtherCurrencies;

    private boolean anyNetwork;
    private boolean anyDeclared;
    private Instant oldest;

    private Tally(Set<Metric> metrics, String currency) {
        this.metrics = metrics;
        this.currency = currency;
    }

    /** The sum of these metrics over these posts; amounts of another currency count as unknown. */
    static Tally of(Collection<PostFacts> posts, Set<Metric> metrics, String currency) {
        var tally = new Tally(metrics, currency);
        posts.forEach(tally::add);
        return tally;
    }

    private void add(PostFacts post) {
        int figures = 0;
        int told = 0;
        for (Metric metric : metrics) {
            Optional<Observation> best = post.measures().best(metric);
            Optional<Observation> figure = best.filter(this::isComparable);
            figure.ifPresent(this::count);
            figures += figure.isPresent() ? 1 : 0;
            told += best.isPresent() ? 1 : 0;
        }
        known += figures > 0 ? 1 : 0;
        unknown += figures < metrics.size() ? 1 : 0;
        inOtherCurrencies += figures < told ? 1 : 0;
    }

    private boolean isComparable(Observation figure) {
        return figure.currency() == null || figure.currency().equals(currency);
    }

    private void count(Observation figure) {
        switch (figure.source()) {
            case NETWORK -> {
                network = network.add(figure.value());
                anyNetwork = true;
            }
            case DECLARED -> {
                declared = declared.add(figure.value());
                anyDeclared = true;
            }
        }
        oldest = oldest == null || figure.observedAt().isBefore(oldest) ? figure.observedAt() : oldest;
    }

    KpiResult result(Kpi kpi, String unit, String definition) {
        boolean nothingPosted = known == 0 && unknown == 0;
        boolean nothingKnown = known == 0 && unknown > 0;
        return new KpiResult(
                kpi,
                nothingKnown ? null : network.add(declared),
                anyNetwork || nothingPosted ? network : null,
                unit,
                null,
                known,
                unknown,
                0,
                anyDeclared ? MetricSource.DECLARED : anyNetwork ? MetricSource.NETWORK : null,
                oldest,
                definition,
                reason(nothingPosted, nothingKnown));
    }

    private String reason(boolean nothingPosted, boolean nothingKnown) {
        if (nothingPosted) {
            return "No post was recorded before the measurement closed.";
        }
        if (nothingKnown) {
            return inOtherCurrencies == 0
                    ? "No post has a figure for it."
                    : "No post has an amount in " + currency + ", " + Counted.posts(inOtherCurrencies)
                            + " in other currencies.";
        }
        if (unknown == 0) {
            return null;
        }
        String others = inOtherCurrencies == 0 ? "" : ", " + inOtherCurrencies + " of them in other currencies";
        return "A lower bound: " + Counted.posts(unknown) + " without all its figures" + others + ".";
    }
}
