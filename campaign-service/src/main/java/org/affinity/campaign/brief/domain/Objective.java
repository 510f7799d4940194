package org.affinity.campaign.brief.domain;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;

/**
 * One thing that a campaign must reach, and how one will know.
 *
 * @param id names the objective in the report's verdict
 * @param aim what it is good for
 * @param kpi what is measured
 * @param target the value from which on the objective is reached
 */
public record Objective(UUID id, Aim aim, Kpi kpi, BigDecimal target) {

    public Objective {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(aim, "aim");
        Objects.requireNonNull(kpi, "kpi");
        Objects.requireNonNull(target, "target");
    }
}
