package org.affinity.matching.candidate.domain;

/** Where a figure comes from: read on the network, stated by a person, or computed. */
public enum MetricSource {
    NETWORK,
    DECLARED,
    ESTIMATED
}
