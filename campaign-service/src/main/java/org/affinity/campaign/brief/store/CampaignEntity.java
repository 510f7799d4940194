package org.affinity.campaign.brief.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.affinity.campaign.brief.domain.Brief;
import org.affinity.campaign.brief.domain.Campaign;
import org.affinity.campaign.brief.domain.CampaignIdentity;
import org.affinity.campaign.brief.domain.CampaignState;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of a campaign; the domain's states are made of it and written back to it. */
@Entity
@Table(name = "campaign")
public class CampaignEntity {

    @Id
    UUID id;

    @Version
    long version = 1;

    @Column(updatable = false)
    UUID organisationId;

    String name;

    @Enumerated(EnumType.STRING)
    CampaignState state;

    @JdbcTypeCode(SqlTypes.JSON)
    Brief brief;

    @Column(updatable = false)
    Instant createdAt;

    Instant publishedAt;

    Instant closedAt;

    /** For Hibernate. */
    protected CampaignEntity() {}

    /** A row for a new draft. */
    public CampaignEntity(Campaign.Draft draft, Instant createdAt) {
        this.id = draft.identity().campaignId();
        this.organisationId = draft.identity().organisationId();
        this.createdAt = createdAt;
        write(draft);
    }

    /** Takes over what a transition changed. */
    public final void write(Campaign campaign) {
        name = campaign.name();
        brief = campaign.brief();
        state = campaign.state();
        switch (campaign) {
            case Campaign.Draft _ -> publishedAt = null;
            case Campaign.Running running -> publishedAt = running.publishedAt();
            case Campaign.Closed closed -> {
                publishedAt = closed.publishedAt();
                closedAt = closed.closedAt();
            }
        }
    }

    /** Takes a creator out of the brief. */
    public void forget(UUID creatorId) {
        brief = brief.without(creatorId);
    }

    /** The campaign in its state. */
    public Campaign toDomain() {
        CampaignIdentity identity = new CampaignIdentity(id, organisationId);
        return switch (state) {
            case DRAFT -> new Campaign.Draft(identity, name, brief);
            case PUBLISHED -> new Campaign.Published(identity, name, brief, publishedAt);
            case MATCHED -> new Campaign.Matched(identity, name, brief, publishedAt);
            case CLOSED -> new Campaign.Closed(identity, name, brief, publishedAt, closedAt);
        };
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
