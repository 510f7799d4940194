package org.affinity.campaign.platform.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the copy of platforms. Its version is that of profile-service. */
@Entity
@Table(name = "platform")
public class PlatformEntity {

    @Id
    public String name;

    public long version;
}
