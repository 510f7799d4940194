package org.affinity.matching.match.domain;

/** Whether the creator stated the price, or it was computed from expected impressions. */
public enum PriceSource {
    DECLARED,
    ESTIMATED
}
