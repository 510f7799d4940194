package org.affinity.reporting.report.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The measurement of a closed campaign. Never changes once made. */
public record Report(
        UUID reportId,
        long version,
        UUID campaignId,
        UUID organisationId,
        String campaignName,
        String brand,
        Window window,
        int acceptedCollaborations,
        List<ObjectiveVerdict> verdicts,
        List<KpiResult> kpis,
        Instant completedAt) {

    public Report {
        verdicts = List.copyOf(verdicts);
        kpis = List.copyOf(kpis);
    }
}
