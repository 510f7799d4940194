package org.affinity.matching.match.domain;

/**
 * One term of a score: {@code weight × (value − neutral)}, and exactly 0 when the value is unknown (null), so that what
 * is not known neither helps nor punishes.
 */
public record Contribution(Signal signal, double weight, Double value, double contribution, Evidence evidence) {}
