package org.affinity.profile.willingness.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.affinity.profile.willingness.domain.Appearance;

/** Access to events that creators organised or took part in. */
@ApplicationScoped
public class AppearanceRepository implements PanacheRepositoryBase<AppearanceEntity, AppearanceEntity.Key> {

    /** The events of one creator, in their order. */
    public List<Appearance> of(UUID creatorId) {
        return find("creatorId = ?1 order by position", creatorId).stream()
                .map(AppearanceEntity::appearance)
                .toList();
    }

    /** Puts events in place of the present ones. */
    public void replace(UUID creatorId, List<Appearance> appearances) {
        delete("creatorId", creatorId);
        for (int i = 0; i < appearances.size(); i++) {
            persist(AppearanceEntity.of(creatorId, i, appearances.get(i)));
        }
    }
}
