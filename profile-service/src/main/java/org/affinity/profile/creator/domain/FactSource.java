package org.affinity.profile.creator.domain;

/** How something that a creator did is known. */
public enum FactSource {
    /** Said by the creator, or for them by an operator. */
    DECLARED,
    /** Seen by the platform, such as a collaboration that came to a measured result. */
    MEASURED
}
