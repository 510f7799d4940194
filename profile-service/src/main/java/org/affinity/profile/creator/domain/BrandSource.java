package org.affinity.profile.creator.domain;

/** How a tie to a brand is known. */
public enum BrandSource {
    /** Said by the creator, or for them by an operator. */
    DECLARED,
    /** Seen by the platform: a collaboration with the brand came to a measured result. */
    MEASURED
}
