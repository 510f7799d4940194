package org.affinity.matching.match.domain;

import java.util.Comparator;
import java.util.UUID;

/** An eligible creator with the account that suits the brief best, and its score. */
record Scored(Offer offer, double score) {

    /** Best first: highest score, then smallest creator id (compared as unsigned, the order of PostgreSQL). */
    static final Comparator<Scored> BEST_FIRST =
            Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::creatorId, Scored::compareIds);

    UUID creatorId() {
        return offer.candidate().creatorId();
    }

    static int compareIds(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
