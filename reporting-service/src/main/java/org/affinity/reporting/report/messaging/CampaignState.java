package org.affinity.reporting.report.messaging;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.affinity.reporting.campaign.domain.Campaign;
import org.affinity.reporting.campaign.domain.Objective;

/** Payload of the events of {@code campaign.campaign}, as far as reporting reads it. */
record CampaignState(
        UUID campaignId, long version, UUID organisationId, String state, String name, Brief brief, Instant closedAt) {

    /** The part of the brief that a measurement needs. */
    record Brief(String brand, List<Goal> objectives, Budget budget, LocalDate startsOn, LocalDate endsOn) {}

    /** An objective; the target is a decimal string. */
    record Goal(UUID objectiveId, String aim, String kpi, String target) {}

    /** The budget, of which only the currency matters here. */
    record Budget(String currency) {}

    Campaign campaign() {
        return new Campaign(
                campaignId,
                organisationId,
                version,
                state,
                name,
                brief.brand(),
                brief.budget().currency(),
                brief.objectives().stream()
                        .map(goal -> new Objective(
                                goal.objectiveId(), goal.aim(), goal.kpi(), new BigDecimal(goal.target())))
                        .toList(),
                brief.startsOn(),
                brief.endsOn(),
                closedAt);
    }
}
