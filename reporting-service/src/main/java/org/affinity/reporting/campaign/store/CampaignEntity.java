package org.affinity.reporting.campaign.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Row of {@code campaign_copy}. */
@Entity
@Table(name = "campaign_copy")
class CampaignEntity {

    @Id
    UUID campaignId;

    UUID organisationId;
    long version;
    String state;
    String name;
    String brand;
    String currency;
    String objectives;
    LocalDate startsOn;
    LocalDate endsOn;
    Instant closedAt;
}
