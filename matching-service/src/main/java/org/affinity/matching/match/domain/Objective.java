package org.affinity.matching.match.domain;

import java.math.BigDecimal;

/** One aim, the figure that measures it, and the value that counts as success. */
public record Objective(Aim aim, Kpi kpi, BigDecimal target) {}
