package org.affinity.reporting.campaign.domain;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;

/**
 * What a brief asks for: a KPI and the target it must reach. The KPI is kept by name, so that a new one is no error.
 */
public record Objective(UUID objectiveId, String aim, String kpi, BigDecimal target) {

    public Objective {
        Objects.requireNonNull(objectiveId, "objectiveId");
        Objects.requireNonNull(kpi, "kpi");
        Objects.requireNonNull(target, "target");
    }
}
