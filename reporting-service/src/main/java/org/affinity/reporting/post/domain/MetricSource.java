package org.affinity.reporting.post.domain;

/** Who vouches for a figure: the network it was read from, or the creator who declares it. */
public enum MetricSource {
    NETWORK,
    DECLARED
}
