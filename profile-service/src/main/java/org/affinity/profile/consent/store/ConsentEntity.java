package org.affinity.profile.consent.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.affinity.profile.consent.domain.Channel;
import org.affinity.profile.consent.domain.Consent;
import org.affinity.profile.consent.domain.Origin;
import org.affinity.profile.consent.domain.Purpose;
import org.affinity.profile.creator.domain.LawfulBasis;

/** A consent as stored; once withdrawn it stays as proof. */
@Entity
@Table(name = "consent")
public class ConsentEntity extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID creatorId;

    @Enumerated(EnumType.STRING)
    public Origin origin;

    public String sourceName;

    @Enumerated(EnumType.STRING)
    public Channel channel;

    @Enumerated(EnumType.STRING)
    public LawfulBasis lawfulBasis;

    public List<String> purposes = new ArrayList<>();

    public UUID organisationId;

    public String proofReference;

    public Instant givenAt;

    public Instant withdrawnAt;

    public Instant recordedAt;

    /** The consent that this row holds. */
    public Consent consent() {
        return new Consent(
                id,
                origin,
                sourceName,
                channel,
                lawfulBasis,
                purposes.stream().map(Purpose::valueOf).toList(),
                proofReference,
                givenAt,
                withdrawnAt);
    }
}
