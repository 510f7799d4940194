package org.affinity.local.demo;

import java.util.Locale;

/** What a caller may be; the names are those of the tokens' {@code groups} claim, in capitals. */
public enum Role {
    BRAND,
    AGENCY,
    CREATOR,
    PARTNER,
    OPERATOR;

    String group() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean belongsToOrganisation() {
        return this == BRAND || this == AGENCY || this == PARTNER;
    }
}
