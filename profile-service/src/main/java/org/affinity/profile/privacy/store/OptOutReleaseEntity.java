package org.affinity.profile.privacy.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A way back for somebody who was on the opt-out list, as stored. */
@Entity
@Table(name = "opt_out_release")
public class OptOutReleaseEntity extends PanacheEntityBase {

    @Id
    public UUID id;

    public String releasedBy;

    public Instant releasedAt;

    /** Where the proof of identity is kept. */
    public String reference;

    /** What was taken off the list: keyed digests in hexadecimal. */
    public List<String> digests = new ArrayList<>();
}
