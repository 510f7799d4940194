package org.affinity.reporting.report.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.reporting.report.domain.ObjectiveVerdict;
import org.affinity.reporting.report.domain.Report;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A report. */
@Schema(description = "The measurement of a closed campaign: a verdict for each objective and every indicator.")
public record ReportView(
        @Schema(description = "Id of the report.", examples = "01994f70-5555-7c3d-9c55-0d5f3a1b2c3d")
        UUID reportId,

        @Schema(description = "Always 1: a report never changes.", examples = "1")
        long version,

        @Schema(description = "The campaign that was measured.", examples = "01994f5e-3333-7c3d-9c55-0d5f3a1b2c3d")
        UUID campaignId,

        @Schema(description = "The organisation of the campaign.", examples = "01994f5e-6666-7c3d-9c55-0d5f3a1b2c3d")
        UUID organisationId,

        @Schema(description = "Name of the campaign.", examples = "Spring launch")
        String campaignName,

        @Schema(description = "The brand in the brief.", examples = "Maison Verte", nullable = true)
        String brand,

        @Schema(description = "Collaborations that were accepted.", examples = "6")
        int acceptedCollaborations,

        @Schema(description = "A verdict for each objective of the brief.")
        List<VerdictView> verdicts,

        @Schema(description = "Every indicator, the unknown ones with a null value and a reason.")
        List<KpiView> kpis,

        @Schema(description = "When the measurement closed.", examples = "2026-04-01T09:00:00Z")
        Instant completedAt)
        implements Versioned {

    /** The verdict on one objective. */
    @Schema(description = "The verdict on one objective. Numbers are decimal strings.")
    public record VerdictView(
            @Schema(description = "The objective in the brief.", examples = "01994f5e-7777-7c3d-9c55-0d5f3a1b2c3d")
            UUID objectiveId,

            @Schema(description = "Its indicator. Expect more values.", examples = "IMPRESSIONS")
            String kpi,

            @Schema(description = "What it asked for.", examples = "50000")
            String target,

            @Schema(description = "What is known; null when nothing is.", examples = "50210", nullable = true)
            String value,

            @Schema(description = "REACHED, NOT_REACHED or INCONCLUSIVE.", examples = "REACHED")
            String verdict,

            @Schema(description = "Why, in a sentence.", examples = "The networks vouch for 50210, the target or more.")
            String reason) {

        static VerdictView of(ObjectiveVerdict verdict) {
            return new VerdictView(
                    verdict.objectiveId(),
                    verdict.kpi(),
                    KpiView.text(verdict.target()),
                    KpiView.text(verdict.value()),
                    verdict.verdict().name(),
                    verdict.reason());
        }
    }

    static ReportView of(Report report) {
        return new ReportView(
                report.reportId(),
                report.version(),
                report.campaignId(),
                report.organisationId(),
                report.campaignName(),
                report.brand(),
                report.acceptedCollaborations(),
                report.verdicts().stream().map(VerdictView::of).toList(),
                report.kpis().stream()
                        .map(kpi -> KpiView.of(kpi, report.window()))
                        .toList(),
                report.completedAt());
    }
}
