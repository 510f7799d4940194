package org.affinity.matching.match.domain;

import java.util.List;
import java.util.OptionalInt;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.engine.domain.Row;

/** Applies the {@link EligibilityRule}s in their order, and finds the best of the accounts that pass. */
final class Eligibility {

    private final CandidateEncoder encoder;

    Eligibility(CandidateEncoder encoder) {
        this.encoder = encoder;
    }

    Verdict of(Candidate candidate, BriefPlan plan) {
        List<Row> rows = encoder.encode(candidate).rows();
        OptionalInt best = plan.best(rows);
        if (best.isPresent()) {
            return new Verdict.Eligible(new Scored(candidate, best.getAsInt(), plan.points(rows.get(best.getAsInt()))));
        }
        int passed = rows.stream().mapToInt(plan::passed).max().orElseThrow();
        return new Verdict.Rejected(EligibilityRule.values()[passed]);
    }
}
