package org.affinity.profile.imports.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The uploaded file, kept until its import has ended. */
@Entity
@Table(name = "creator_import_file")
public class ImportFileEntity extends PanacheEntityBase {

    @Id
    public UUID importId;

    public byte[] content;
}
