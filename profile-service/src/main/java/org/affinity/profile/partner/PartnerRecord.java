package org.affinity.profile.partner;

import org.affinity.profile.creator.domain.CreatorProfile;
import org.affinity.profile.creator.domain.MetricSource;

/**
 * What a partner says of a creator.
 *
 * @param json the same as the partner wrote it, kept to be read again
 */
public record PartnerRecord(String externalId, CreatorProfile profile, MetricSource source, String json) {

    /** Keeps the person's data out of logs. */
    @Override
    public String toString() {
        return "PartnerRecord[externalId=" + externalId + "]";
    }
}
