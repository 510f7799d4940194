package org.affinity.reporting.report.domain;

import java.math.BigDecimal;
import java.util.UUID;

/** The verdict on one objective with the reason for it, in a sentence. */
public record ObjectiveVerdict(
        UUID objectiveId, String kpi, BigDecimal target, BigDecimal value, Verdict verdict, String reason) {}
