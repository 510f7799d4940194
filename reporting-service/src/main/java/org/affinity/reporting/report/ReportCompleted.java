package org.affinity.reporting.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.reporting.report.domain.ObjectiveVerdict;
import org.affinity.reporting.report.domain.Report;
import org.affinity.reporting.report.domain.Verdict;

/** Payload of {@code reporting.report.completed.v1}. Numbers are decimal strings. */
record ReportCompleted(
        UUID reportId,
        long version,
        UUID campaignId,
        UUID organisationId,
        List<VerdictState> verdicts,
        Instant completedAt) {

    static final String TYPE = "reporting.report.completed.v1";

    /** The verdict on one objective. */
    record VerdictState(UUID objectiveId, String kpi, String target, String value, Verdict verdict, String reason) {

        static VerdictState of(ObjectiveVerdict verdict) {
            return new VerdictState(
                    verdict.objectiveId(),
                    verdict.kpi(),
                    verdict.target().toPlainString(),
                    verdict.value() == null ? null : verdict.value().toPlainString(),
                    verdict.verdict(),
                    verdict.reason());
        }
    }

    static ReportCompleted of(Report report) {
        return new ReportCompleted(
                report.reportId(),
                report.version(),
                report.campaignId(),
                report.organisationId(),
                report.verdicts().stream().map(VerdictState::of).toList(),
                report.completedAt());
    }
}
