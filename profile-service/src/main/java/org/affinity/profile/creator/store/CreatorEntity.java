package org.affinity.profile.creator.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.affinity.profile.creator.domain.CreatorProfile;
import org.affinity.profile.creator.domain.CreatorStatus;
import org.affinity.profile.creator.domain.Snapshot;

/** A creator as stored. {@code version} rises with each change; it is the ETag and the sequence of the event. */
@Entity
@Table(name = "creator")
public class CreatorEntity extends PanacheEntityBase {

    @Id
    public UUID id;

    public long version;

    public String displayName;

    @Enumerated(EnumType.STRING)
    public CreatorStatus status;

    public String country;

    public List<String> languages = new ArrayList<>();

    public Integer birthYear;

    public String timeZone;

    public List<String> topics = new ArrayList<>();

    public int completedCollaborations;

    /** Whether the profile was written by the creator or an operator; a list then only fills its gaps. */
    public boolean selfDescribed;

    public Instant createdAt;

    public Instant updatedAt;

    @OneToMany(mappedBy = "creator", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    public List<AccountEntity> accounts = new ArrayList<>();

    @OneToMany(mappedBy = "creator", cascade = CascadeType.PERSIST)
    List<MetricSnapshotEntity> snapshots = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "availability", joinColumns = @JoinColumn(name = "creator_id"))
    @OrderColumn(name = "position")
    public List<AvailabilityRow> availability = new ArrayList<>();

    /** The creator who this one turned out to be, or null. */
    public UUID linkedTo;

    @Enumerated(EnumType.STRING)
    public CreatorStatus statusBeforeLink;

    /** Adds an entry to the history of one of the accounts. */
    public void remember(Snapshot entry) {
        snapshots.add(MetricSnapshotEntity.of(entry, this));
    }

    /** The profile that these rows hold. */
    public CreatorProfile profile() {
        return new CreatorProfile(
                displayName,
                country,
                languages,
                birthYear,
                timeZone,
                topics,
                accounts.stream().map(AccountEntity::profile).toList(),
                availability.stream().map(AvailabilityRow::availability).toList());
    }
}
