package org.affinity.profile.imports.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.affinity.profile.imports.domain.RowOutcome;
import org.hibernate.annotations.Immutable;

/** What became of one record of a file. */
@Entity
@Immutable
@IdClass(ImportRowEntity.Key.class)
@Table(name = "creator_import_row")
public class ImportRowEntity extends PanacheEntityBase {

    @Id
    public UUID importId;

    @Id
    public long rowNumber;

    public long line;

    @Enumerated(EnumType.STRING)
    public RowOutcome outcome;

    public boolean unchanged;

    public String reason;

    public String columnName;

    public String cell;

    public UUID creatorId;

    public Long duplicateOf;

    /** Notes and differences, as JSON; null when there are none. */
    public String details;

    /** The cells of a rejected record, as a JSON array. */
    public String cells;

    /** Import and number of the record. */
    public record Key(UUID importId, long rowNumber) implements Serializable {}
}
