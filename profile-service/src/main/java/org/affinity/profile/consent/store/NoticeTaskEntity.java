package org.affinity.profile.consent.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.affinity.profile.consent.domain.Channel;
import org.affinity.profile.consent.domain.NoticeState;
import org.affinity.profile.consent.domain.Origin;

/** A creator who has to be told where their data came from. */
@Entity
@Table(name = "notice_task")
public class NoticeTaskEntity extends PanacheEntityBase {

    @Id
    public UUID creatorId;

    public UUID organisationId;

    @Enumerated(EnumType.STRING)
    public Origin origin;

    public String sourceName;

    @Enumerated(EnumType.STRING)
    public NoticeState state;

    public Instant receivedAt;

    public LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    public Channel channel;

    public LocalDate sentOn;

    public Instant closedAt;
}
