package org.affinity.reporting.report.domain;

import java.math.BigDecimal;
import java.util.UUID;
import org.affinity.reporting.campaign.domain.Objective;
import org.affinity.reporting.post.domain.MetricSource;

/** Decides objectives: never for the benefit of the doubt, neither way. */
final class Judge {

    private final Objective objective;
    private final KpiResult result;

    private Judge(Objective objective, KpiResult result) {
        this.objective = objective;
        this.result = result;
    }

    static ObjectiveVerdict judge(Objective objective, KpiResult result) {
        var judge = new Judge(objective, result);
        return "RATE".equals(result.unit()) ? judge.rate() : judge.sum();
    }

    /** The answer for a KPI that this version does not measure. */
    static ObjectiveVerdict unmeasured(Objective objective) {
        return new ObjectiveVerdict(
                objective.objectiveId(),
                objective.kpi(),
                objective.target(),
                null,
                Verdict.INCONCLUSIVE,
                "This indicator is not measured.");
    }

    /** Whether no post at all was recorded; the result's reason says so. */
    private boolean nothingPosted() {
        return result.sampleSize() == 0 && result.unknownPosts() == 0;
    }

    private ObjectiveVerdict sum() {
        BigDecimal network = result.networkValue() == null ? BigDecimal.ZERO : result.networkValue();
        if (reaches(network)) {
            return verdict(Verdict.REACHED, "The networks vouch for " + text(network) + ", the target or more.");
        }
        if (result.value() != null && reaches(result.value())) {
            return verdict(
                    Verdict.INCONCLUSIVE,
                    "Reached only when figures that creators declare are counted: the networks vouch for "
                            + text(network) + ".");
        }
        if (result.value() == null) {
            return verdict(Verdict.INCONCLUSIVE, result.reason());
        }
        if (result.unknownPosts() > 0) {
            return verdict(
                    Verdict.INCONCLUSIVE,
                    "What is known is below the target, but " + Counted.posts(result.unknownPosts())
                            + " without all figures for it.");
        }
        return verdict(
                Verdict.NOT_REACHED,
                nothingPosted() ? result.reason() : "Every figure is known and the sum is below the target.");
    }

    private ObjectiveVerdict rate() {
        if (nothingPosted()) {
            return verdict(Verdict.INCONCLUSIVE, result.reason());
        }
        String figures = result.leftOutPosts() > 0 ? "all figures from the networks" : "all figures";
        if (result.interval() == null) {
            return verdict(
                    Verdict.INCONCLUSIVE,
                    "An interval needs posts with " + figures + " of three collaborations, there are fewer.");
        }
        Interval interval = result.interval();
        String range = "The 95 % interval " + text(interval.low()) + " to " + text(interval.high());
        boolean reached = reaches(interval.low());
        if (!reached && reaches(interval.high())) {
            return verdict(Verdict.INCONCLUSIVE, range + " contains the target.");
        }
        int notCounted = result.unknownPosts() + result.leftOutPosts();
        if (notCounted > result.sampleSize()) {
            return verdict(
                    Verdict.INCONCLUSIVE,
                    "Only " + result.sampleSize() + " of " + (result.sampleSize() + notCounted) + " posts have "
                            + figures + ".");
        }
        if (result.source() == MetricSource.DECLARED) {
            return verdict(Verdict.INCONCLUSIVE, range + " rests on figures that creators declare.");
        }
        return reached
                ? verdict(Verdict.REACHED, range + " is at or above the target.")
                : verdict(Verdict.NOT_REACHED, range + " is below the target.");
    }

    private boolean reaches(BigDecimal value) {
        return value.compareTo(objective.target()) >= 0;
    }

    private ObjectiveVerdict verdict(Verdict verdict, String reason) {
        UUID id = objective.objectiveId();
        return new ObjectiveVerdict(id, objective.kpi(), objective.target(), result.value(), verdict, reason);
    }

    private static String text(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
