package org.affinity.profile.imports.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.affinity.profile.creator.domain.LawfulBasis;
import org.affinity.profile.creator.domain.ListOrigin;
import org.affinity.profile.imports.domain.ImportStatus;

/**
 * The import of one file. {@code records} is the checkpoint: exactly the records before it have had their effect.
 * Whoever holds the lease works on it.
 */
@Entity
@Table(name = "creator_import")
public class ImportEntity extends PanacheEntityBase {

    @Id
    public UUID id;

    public long version;

    public UUID organisationId;

    @Enumerated(EnumType.STRING)
    public ImportStatus state;

    public String fileName;

    public String format;

    public String mapping;

    public String failure;

    public long records;

    public long accepted;

    public long updated;

    public long unchanged;

    public long duplicateIdentical;

    public long duplicateConflicting;

    public long rejected;

    public long blank;

    public long followersSum;

    public int attempts;

    public UUID leaseOwner;

    public Instant leaseUntil;

    public boolean dryRun;

    /** When the figures of the list were read off, null when that is the time of the import. */
    public Instant observedAt;

    public String sheet;

    /** Names of the columns, as a JSON array; null for imports from before they were kept. */
    public String header;

    public long fileSize;

    /** Records of the file; null until they have been counted. */
    public Long recordsTotal;

    /** Rejected records by reason, as JSON. */
    public String rejections;

    /** Notes on records that were taken over, by reason, as JSON. */
    public String notes;

    /** When the present attempt began, and with how many records done: what the rate is measured from. */
    public Instant claimedAt;

    public long claimedRecords;

    public Instant progressAt;

    public Instant createdAt;

    public Instant finishedAt;

    /** Basis on which the people in the list are kept; null stands for legitimate interests. */
    @Enumerated(EnumType.STRING)
    public LawfulBasis lawfulBasis;

    /** Name of the list; null stands for the name of the file. */
    public String sourceName;

    /** Where the data of the people in the list comes from. */
    public ListOrigin origin() {
        return new ListOrigin(
                sourceName == null ? fileName : sourceName,
                lawfulBasis == null ? LawfulBasis.LEGITIMATE_INTERESTS : lawfulBasis,
                organisationId);
    }
}
