package org.affinity.campaign.creator.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of the copy of creators. Its version is the profile's, not that of the row. */
@Entity
@Table(name = "creator")
public class CreatorEntity {

    @Id
    public UUID id;

    public long version;

    public String state;

    public String displayName;

    public String language;

    public String timeZone;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<UUID, String> handles;

    public boolean mayBeContacted;
}
