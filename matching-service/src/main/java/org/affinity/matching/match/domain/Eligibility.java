package org.affinity.matching.match.domain;

import java.util.List;
import java.util.OptionalInt;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.engine.domain.Row;

/** Applies the {@link EligibilityRule}s in their order, and finds the best of the accounts that pass. */
final class Eligibility {

    private final EncodedCandidates encoded;

    Eligibility(EncodedCandidates encoded) {
        this.encoded = encoded;
    }

    List<Row> rows(Candidate candidate) {
        return encoded.rows(candidate);
    }

    Verdict of(Candidate candidate, BriefPlan plan) {
        return of(candidate, encoded.rows(candidate), plan);
    }

    /** The verdict on a creator with other rows than are known of them. */
    Verdict of(Candidate candidate, List<Row> rows, BriefPlan plan) {
        OptionalInt best = plan.best(rows);
        if (best.isPresent()) {
            return new Verdict.Eligible(new Scored(candidate, best.getAsInt(), plan.points(rows.get(best.getAsInt()))));
        }
        int passed = rows.stream().mapToInt(plan::passed).max().orElseThrow();
        return new Verdict.Rejected(plan.rule(passed));
    }
}
