package org.affinity.profile.guardianship.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Access to guardianships; what the caller may not see is not there (row-level security). */
@ApplicationScoped
public class GuardianshipRepository implements PanacheRepositoryBase<GuardianshipEntity, UUID> {

    /** The creator's guardianship, an empty new one when there is none. */
    public GuardianshipEntity findOrAdd(UUID creatorId) {
        return findByIdOptional(creatorId).orElseGet(() -> {
            var guardianship = new GuardianshipEntity();
            guardianship.creatorId = creatorId;
            persist(guardianship);
            return guardianship;
        });
    }
}
