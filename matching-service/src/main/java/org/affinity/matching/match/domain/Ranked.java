package org.affinity.matching.match.domain;

import java.util.List;

/** A creator in a list of a result, with the contributions whose sum is the score. Ranks start at 1. */
public record Ranked(int rank, Offer offer, double score, List<Contribution> contributions) {

    public Ranked {
        contributions = List.copyOf(contributions);
    }
}
