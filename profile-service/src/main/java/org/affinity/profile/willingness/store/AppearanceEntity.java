package org.affinity.profile.willingness.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.affinity.profile.willingness.domain.Appearance;
import org.affinity.profile.willingness.domain.AppearanceRole;

/** An event that a creator organised or took part in, as stored. */
@Entity
@IdClass(AppearanceEntity.Key.class)
@Table(name = "appearance")
public class AppearanceEntity extends PanacheEntityBase {

    @Id
    public UUID creatorId;

    @Id
    public int position;

    public String name;

    @Enumerated(EnumType.STRING)
    public AppearanceRole role;

    public LocalDate heldOn;

    public String place;

    public String country;

    public String url;

    static AppearanceEntity of(UUID creatorId, int position, Appearance appearance) {
        var row = new AppearanceEntity();
        row.creatorId = creatorId;
        row.position = position;
        row.name = appearance.name();
        row.role = appearance.role();
        row.heldOn = appearance.heldOn();
        row.place = appearance.place();
        row.country = appearance.country();
        row.url = appearance.url();
        return row;
    }

    Appearance appearance() {
        return new Appearance(name, role, heldOn, place, country, url);
    }

    /** Creator and place in their list. */
    public record Key(UUID creatorId, int position) implements Serializable {}
}
