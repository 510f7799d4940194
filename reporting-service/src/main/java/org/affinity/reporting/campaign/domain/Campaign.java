package org.affinity.reporting.campaign.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The local copy of a campaign: what a measurement needs of it, as the last event told. */
public record Campaign(
        UUID campaignId,
        UUID organisationId,
        long version,
        String state,
        String name,
        String brand,
        String currency,
        List<Objective> objectives,
        LocalDate startsOn,
        LocalDate endsOn,
        Instant closedAt) {

    public Campaign {
        objectives = List.copyOf(objectives);
    }

    public boolean closed() {
        return "CLOSED".equals(state);
    }
}
