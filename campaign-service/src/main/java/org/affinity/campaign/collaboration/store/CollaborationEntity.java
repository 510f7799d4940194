package org.affinity.campaign.collaboration.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.affinity.campaign.collaboration.domain.Collaboration;
import org.affinity.campaign.collaboration.domain.CollaborationState;
import org.affinity.campaign.collaboration.domain.Invitation;
import org.affinity.campaign.collaboration.domain.Invitee;
import org.affinity.campaign.collaboration.domain.Terms;
import org.affinity.kit.json.Money;

/** A row of a collaboration; the domain's states are made of it and written back to it. */
@Entity
@Table(name = "collaboration")
public class CollaborationEntity {

    @Id
    UUID id;

    @Version
    long version = 1;

    @Column(updatable = false)
    UUID campaignId;

    @Column(updatable = false)
    UUID organisationId;

    @Column(updatable = false)
    UUID creatorId;

    @Column(updatable = false)
    UUID accountId;

    @Column(updatable = false)
    String platform;

    @Column(updatable = false)
    String handle;

    @Enumerated(EnumType.STRING)
    CollaborationState state;

    @Column(updatable = false)
    String brand;

    @Column(updatable = false)
    String campaignName;

    @Column(updatable = false)
    LocalDate startsOn;

    @Column(updatable = false)
    LocalDate endsOn;

    Instant campaignClosedAt;

    @Column(updatable = false)
    BigDecimal feeAmount;

    @Column(updatable = false)
    String feeCurrency;

    @Column(updatable = false)
    String message;

    @Column(updatable = false)
    Instant invitedAt;

    Instant respondedAt;

    String refusalReason;

    /** For Hibernate. */
    protected CollaborationEntity() {}

    /** A row for a new invitation. */
    public CollaborationEntity(Collaboration.Invited invited) {
        Invitation invitation = invited.invitation();
        Terms terms = invitation.terms();
        Invitee invitee = invitation.invitee();
        id = invitation.collaborationId();
        campaignId = terms.campaignId();
        organisationId = terms.organisationId();
        brand = terms.brand();
        campaignName = terms.campaignName();
        startsOn = terms.startsOn();
        endsOn = terms.endsOn();
        campaignClosedAt = terms.campaignClosedAt();
        creatorId = invitee.creatorId();
        accountId = invitee.accountId();
        platform = invitee.platform();
        handle = invitee.handle();
        feeAmount = invitee.fee().decimal();
        feeCurrency = invitee.fee().currency();
        message = invitation.message();
        invitedAt = invitation.invitedAt();
        state = invited.state();
    }

    /** Takes over the creator's answer. */
    public void write(Collaboration.Answered answered) {
        state = answered.state();
        respondedAt = answered.respondedAt();
        refusalReason = switch (answered) {
            case Collaboration.Accepted _ -> null;
            case Collaboration.Declined declined -> declined.reason();
        };
    }

    /** The collaboration in its state. */
    public Collaboration toDomain() {
        Invitation invitation = new Invitation(
                id,
                new Terms(campaignId, organisationId, brand, campaignName, startsOn, endsOn, campaignClosedAt),
                new Invitee(creatorId, accountId, platform, handle, Money.of(feeAmount, feeCurrency)),
                message,
                invitedAt);
        return switch (state) {
            case INVITED -> new Collaboration.Invited(invitation);
            case ACCEPTED -> new Collaboration.Accepted(invitation, respondedAt);
            case DECLINED -> new Collaboration.Declined(invitation, respondedAt, refusalReason);
        };
    }

    public UUID creatorId() {
        return creatorId;
    }

    public long version() {
        return version;
    }
}
