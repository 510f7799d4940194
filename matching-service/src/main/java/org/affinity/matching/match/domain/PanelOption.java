package org.affinity.matching.match.domain;

import java.math.BigDecimal;

/**
 * One creator who may join a panel.
 *
 * @param value what joining is worth towards the main objective
 */
record PanelOption(Scored scored, double value, BigDecimal cost) {}
