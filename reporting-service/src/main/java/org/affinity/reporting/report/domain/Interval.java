package org.affinity.reporting.report.domain;

import java.math.BigDecimal;

/** A confidence interval; the level is a share, 0.95 for 95 %. */
public record Interval(BigDecimal low, BigDecimal high, BigDecimal level) {}
