package org.affinity.profile.creator.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.domain.PlatformDescription;
import org.affinity.profile.creator.domain.PlatformDescription.HandleKind;
import org.affinity.profile.creator.domain.PlatformMetric;

/** A platform that operators added or changed. */
@Entity
@Table(name = "platform")
public class PlatformEntity extends PanacheEntityBase {

    @Id
    public String name;

    public long version;

    public Instant createdAt;

    public Instant updatedAt;

    String title;

    String handleKind;

    String alsoAllowed;

    int longestHandle;

    List<String> addresses = new ArrayList<>();

    List<String> aliases = new ArrayList<>();

    List<String> metrics = new ArrayList<>();

    /** What its accounts look like. */
    public PlatformDescription description() {
        return new PlatformDescription(
                new Platform(name),
                title,
                HandleKind.valueOf(handleKind),
                alsoAllowed,
                longestHandle,
                addresses,
                aliases,
                metrics.stream().map(PlatformMetric::valueOf).collect(Collectors.toSet()));
    }

    /** Puts a description in place of the present one. */
    public void describe(PlatformDescription description) {
        name = description.platform().name();
        title = description.title();
        handleKind = description.handleKind().name();
        alsoAllowed = description.alsoAllowed();
        longestHandle = description.longestHandle();
        addresses = new ArrayList<>(description.addresses());
        aliases = new ArrayList<>(description.aliases());
        metrics = new ArrayList<>(
                description.metrics().stream().map(Enum::name).sorted().toList());
    }
}
