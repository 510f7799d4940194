package org.affinity.matching.match.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code match_panel}; written once. */
@Entity
@Table(name = "match_panel")
class MatchPanelEntity extends PanacheEntityBase {

    @Id
    public UUID panelId;

    public UUID matchId;
    public UUID organisationId;
    public String request;
    public String document;
    public Instant completedAt;
}
