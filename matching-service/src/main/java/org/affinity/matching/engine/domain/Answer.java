package org.affinity.matching.engine.domain;

import java.util.Arrays;
import java.util.List;

/**
 * What a search found.
 *
 * @param entries how many creators were in the index
 * @param eligible how many of them have an eligible row
 * @param rejected how many were rejected by each rule of the plan; with the eligible they make up the entries
 * @param hits the best, best first
 */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int entries, int eligible, int[] rejected, List<Hit> hits) {

    public Answer {
        hits = List.copyOf(hits);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answer answer
                && entries == answer.entries
                && eligible == answer.eligible
                && Arrays.equals(rejected, answer.rejected)
                && hits.equals(answer.hits);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * eligible + Arrays.hashCode(rejected)) + hits.hashCode();
    }

    @Override
    public String toString() {
        return "Answer[" + eligible + " of " + entries + " eligible, rejected " + Arrays.toString(rejected) + ", "
                + hits + "]";
    }
}
