package org.affinity.profile.partner;

import java.time.Instant;
import java.util.UUID;
import org.affinity.profile.partner.store.PartnerCreatorEntity;

/** A partner's record of a creator. */
public record PartnerCreatorState(
        String externalId, UUID creatorId, long version, String json, Instant createdAt, Instant updatedAt) {

    static PartnerCreatorState of(PartnerCreatorEntity entity) {
        return new PartnerCreatorState(
                entity.externalId, entity.creatorId, entity.version, entity.record, entity.createdAt, entity.updatedAt);
    }

    /** Keeps the person's data out of logs. */
    @Override
    public String toString() {
        return "PartnerCreatorState[externalId=" + externalId + ", version=" + version + "]";
    }
}
