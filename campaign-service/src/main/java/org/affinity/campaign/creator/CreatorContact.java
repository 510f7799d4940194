package org.affinity.campaign.creator;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What it takes to write to a creator in person.
 *
 * @param creatorId the creator
 * @param version version of the creator's profile that this was taken from
 * @param active whether the creator still takes part
 * @param displayName how the creator wants to be called
 * @param language the creator's first language as a BCP 47 tag, or null
 * @param timeZone the creator's time zone, or null
 * @param handles the name of each of the creator's accounts, by account
 * @param mayBeContacted whether any channel is open to messages such as invitations
 */
public record CreatorContact(
        UUID creatorId,
        long version,
        boolean active,
        String displayName,
        String language,
        String timeZone,
        Map<UUID, String> handles,
        boolean mayBeContacted) {

    public CreatorContact {
        Objects.requireNonNull(creatorId, "creatorId");
        Objects.requireNonNull(displayName, "displayName");
        handles = Map.copyOf(handles);
    }

    /** Without what identifies the person. */
    @Override
    public String toString() {
        return "CreatorContact[creatorId=" + creatorId + ", version=" + version + "]";
    }
}
