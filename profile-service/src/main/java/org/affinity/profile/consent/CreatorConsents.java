package org.affinity.profile.consent;

import java.util.List;
import java.util.UUID;
import org.affinity.profile.consent.domain.Consent;
import org.affinity.profile.consent.domain.ContactPermission;

/**
 * On what basis a creator's data is held and how they may be contacted.
 *
 * @param version version of the creator
 * @param sources where the data came from, withdrawn ones included
 * @param contact each channel once
 */
public record CreatorConsents(UUID creatorId, long version, List<Consent> sources, List<ContactPermission> contact) {

    public CreatorConsents {
        sources = List.copyOf(sources);
        contact = List.copyOf(contact);
    }
}
