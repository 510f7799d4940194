package org.affinity.matching.match.domain;

/**
 * {@code DECLARED}: stated by the creator, or free by the kind of engagement; {@code ESTIMATED}: computed from expected
 * impressions.
 */
public enum PriceSource {
    DECLARED,
    ESTIMATED
}
