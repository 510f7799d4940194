package org.affinity.profile.creator.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.affinity.profile.creator.domain.AgeEvidence;
import org.affinity.profile.creator.domain.Availability;
import org.affinity.profile.creator.domain.BrandName;
import org.affinity.profile.creator.domain.BrandTie;
import org.affinity.profile.creator.domain.CreatorProfile;
import org.affinity.profile.creator.domain.CreatorStatus;
import org.affinity.profile.creator.domain.EngagementTerms;
import org.affinity.profile.creator.domain.FactSource;
import org.affinity.profile.creator.domain.LanguageLevel;
import org.affinity.profile.creator.domain.PaidPause;
import org.affinity.profile.creator.domain.RateCardLine;
import org.affinity.profile.creator.domain.Responsiveness;
import org.affinity.profile.creator.domain.Snapshot;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

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

    /** What the creator says of themself, or null. */
    public String bio;

    /** Channels open to commercial messages since consents were last changed; null as long as nobody changed any. */
    public List<String> contactChannels;

    @OneToMany(mappedBy = "creator", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    public List<AccountEntity> accounts = new ArrayList<>();

    @OneToMany(mappedBy = "creator", cascade = CascadeType.PERSIST)
    List<MetricSnapshotEntity> snapshots = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "availability", joinColumns = @JoinColumn(name = "creator_id"))
    @OrderColumn(name = "position")
    public List<AvailabilityRow> availability = new ArrayList<>();

    public LocalDate paidPauseFrom;

    public LocalDate paidPauseUntil;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, LanguageLevel> languageLevels = Map.of();

    @JdbcTypeCode(SqlTypes.JSON)
    public List<RateCardLine> rateCard = List.of();

    /** Categories of the content taxonomy that the creator chose. */
    public List<String> niches = new ArrayList<>();

    public List<String> causes = new ArrayList<>();

    /** Ties to brands; organisations do not see those that a creator refuses (row-level security). */
    @ElementCollection
    @CollectionTable(name = "creator_brand", joinColumns = @JoinColumn(name = "creator_id"))
    @OrderBy("position")
    public List<BrandRow> brands = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    public Responsiveness responsiveness;

    /** Fields whose accuracy the creator contests, while that is open. */
    public List<String> contestedFields = new ArrayList<>();

    /** Answers to questions of questionnaires that matching may know, by question. */
    @Convert(converter = AnswersColumn.class)
    public Map<String, JsonNode> matchingAnswers = new TreeMap<>();

    /** Questions whose answers were withdrawn and not given again since: no list answers them. */
    public List<String> withdrawnAnswers = new ArrayList<>();

    /** What the age gate needs besides the year of birth; see {@link AgeEvidence}. */
    public LocalDate guardianConsentOn;

    public LocalDate authorisedFrom;

    public LocalDate authorisedUntil;

    public Integer attestedAge;

    public LocalDate attestedOn;

    /** What is known of the creator's age and of the papers of a minor. */
    public AgeEvidence ageEvidence() {
        return new AgeEvidence(birthYear, guardianConsentOn, authorisedFrom, authorisedUntil, attestedAge, attestedOn);
    }

    /** The creator who this one turned out to be, or null. */
    public UUID linkedTo;

    @Enumerated(EnumType.STRING)
    public CreatorStatus statusBeforeLink;

    /** Adds an entry to the history of one of the accounts. */
    public void remember(Snapshot entry) {
        snapshots.add(MetricSnapshotEntity.of(entry, this));
    }

    /** The time without paid work, or null. */
    public PaidPause paidPause() {
        return paidPauseFrom == null ? null : new PaidPause(paidPauseFrom, paidPauseUntil);
    }

    /** Puts ties in place of the present ones, in this order. */
    public void writeBrands(List<BrandTie> ties) {
        List<BrandRow> rows = new ArrayList<>();
        ties.forEach(tie -> rows.add(BrandRow.of(rows.size(), tie)));
        brands.clear();
        brands.addAll(rows);
    }

    /** Takes note that work for these brands came to a result; whether that was news. */
    public boolean sawBrands(List<String> names) {
        List<BrandTie> ties = new ArrayList<>(brands.stream().map(BrandRow::tie).toList());
        boolean isNews = false;
        for (String name : names) {
            if (name.isBlank() || name.length() > BrandName.MAX_LENGTH) {
                continue;
            }
            BrandTie seen = BrandTie.measured(new BrandName(name));
            Optional<BrandTie> known = ties.stream().filter(seen::isSameAs).findFirst();
            if (known.isEmpty()) {
                ties.add(seen);
                isNews = true;
            } else if (known.get().source() != FactSource.MEASURED) {
                ties.replaceAll(tie -> tie.isSameAs(seen) ? tie.asMeasured() : tie);
                isNews = true;
            }
        }
        if (isNews) {
            writeBrands(ties);
        }
        return isNews;
    }

    /** Puts availability in place of the present one; what says nothing of its terms keeps those it has. */
    public void writeAvailability(List<Availability> offers) {
        List<AvailabilityRow> rows =
                withPresentTerms(offers).stream().map(AvailabilityRow::of).toList();
        availability.clear();
        availability.addAll(rows);
    }

    /** These offers, each with terms: its own, else those that its kind has now. */
    public List<Availability> withPresentTerms(List<Availability> offers) {
        return offers.stream()
                .map(offer -> offer.orTerms(availability.stream()
                        .filter(row -> row.engagementType == offer.engagementType())
                        .map(row -> row.availability().terms())
                        .findFirst()
                        .orElse(EngagementTerms.NONE)))
                .toList();
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
                availability.stream().map(AvailabilityRow::availability).toList(),
                bio);
    }
}
