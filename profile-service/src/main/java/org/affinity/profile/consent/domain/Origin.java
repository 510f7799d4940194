package org.affinity.profile.consent.domain;

/** Who gave a creator's data. */
public enum Origin {
    /** The creator themself. */
    CREATOR,
    /** An operator of the platform. */
    OPERATOR,
    /** A partner organisation. */
    PARTNER,
    /** A list that an operator imported. */
    IMPORT_LIST,
    /** A social network. */
    NETWORK
}
