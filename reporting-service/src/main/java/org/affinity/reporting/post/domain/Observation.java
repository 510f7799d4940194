package org.affinity.reporting.post.domain;

import java.math.BigDecimal;
import java.time.Instant;

/** One known figure with its provenance; the currency is null for everything but money. */
public record Observation(BigDecimal value, String currency, MetricSource source, Instant observedAt) {}
