package org.affinity.profile.creator.domain;

/** Where a figure comes from: the network itself, the creator's own word, or a third party's estimate. */
public enum MetricSource {
    NETWORK,
    DECLARED,
    ESTIMATED
}
