package org.affinity.profile.account.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.affinity.profile.account.domain.ClaimState;
import org.affinity.profile.creator.domain.Platform;

/** A creator's word that an account is theirs. */
@Entity
@Table(name = "account_claim")
public class ClaimEntity extends PanacheEntityBase {

    @Id
    public UUID id;

    public long version;

    public UUID creatorId;

    public Platform platform;

    public String handle;

    public String handleKey;

    @Enumerated(EnumType.STRING)
    public ClaimState state;

    /** What the creator puts into the account's own profile to show that they hold it. */
    public String proofCode;

    public String note;

    public Instant claimedAt;

    public Instant decidedAt;
}
