package org.affinity.profile.responsiveness.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.affinity.profile.responsiveness.domain.Invitation;

/** The copy of an invitation. */
@Entity
@Table(name = "invitation")
public class InvitationEntity extends PanacheEntityBase {

    @Id
    public UUID collaborationId;

    public UUID creatorId;

    public UUID organisationId;

    public long version;

    public String state;

    public Instant invitedAt;

    public Instant respondedAt;

    void write(Invitation invitation) {
        creatorId = invitation.creatorId();
        organisationId = invitation.organisationId();
        version = invitation.version();
        state = invitation.state();
        invitedAt = invitation.invitedAt();
        respondedAt = invitation.respondedAt();
    }

    Invitation invitation() {
        return new Invitation(collaborationId, creatorId, organisationId, version, state, invitedAt, respondedAt);
    }
}
