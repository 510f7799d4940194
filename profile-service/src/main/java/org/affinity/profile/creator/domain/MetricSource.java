package org.affinity.profile.creator.domain;

/**
 * Where a figure comes from: the network itself, the creator's own word, or a third party's estimate; strongest first.
 */
public enum MetricSource {
    NETWORK,
    DECLARED,
    ESTIMATED;

    /** Whether figures of this source must not replace those of another: network before declared before estimated. */
    public boolean isWeakerThan(MetricSource other) {
        return compareTo(other) > 0;
    }
}
