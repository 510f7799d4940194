package org.affinity.matching.match.domain;

import java.util.Comparator;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.engine.domain.Hit;

/**
 * An eligible creator with the account that suits the brief best, at its price.
 *
 * @param row place among the creator's rows, see {@link PricedAccount}
 * @param points of the row
 */
record Scored(Candidate candidate, int row, int points) {

    /** Best first: most points, then smallest creator id (compared as unsigned, the order of PostgreSQL). */
    static final Comparator<Scored> BEST_FIRST =
            Comparator.comparingInt(Scored::points).reversed().thenComparing(Scored::creatorId, Scored::compareIds);

    UUID creatorId() {
        return candidate.creatorId();
    }

    double score() {
        return Contribution.score(points);
    }

    Hit hit() {
        return new Hit(creatorId(), row, points, candidate.version());
    }

    static int compareIds(UUID one, UUID other) {
        return Hit.compareIds(one, other);
    }
}
