package org.affinity.matching.match.domain;

import java.util.List;
import java.util.function.ToIntFunction;

/** A creator in a list of a result, with the contributions whose sum is the score. Ranks start at 1. */
public record Ranked(int rank, Offer offer, int points, List<Contribution> contributions) {

    public Ranked {
        contributions = List.copyOf(contributions);
    }

    /** The score: points as a multiple of 0.000004. */
    public double score() {
        return Contribution.score(points);
    }

    /** The score if all that is unknown spoke against the creator. */
    public double lowScore() {
        return sum(Contribution::lowPoints);
    }

    /** The score if all that is unknown spoke for the creator. */
    public double highScore() {
        return sum(Contribution::highPoints);
    }

    private double sum(ToIntFunction<Contribution> part) {
        int sum = 0;
        for (Contribution contribution : contributions) {
            sum += part.applyAsInt(contribution);
        }
        return Contribution.score(sum);
    }
}
