package org.affinity.campaign.creator.messaging;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.affinity.campaign.creator.CreatorContact;

/** What this service reads of {@code profile.creator.updated.v1}: no more than it takes to address a creator. */
record CreatorUpdated(
        UUID creatorId,
        long version,
        String displayName,
        String state,
        List<String> languages,
        String timeZone,
        List<AccountPart> accounts,
        List<String> contactChannels) {

    static final String TYPE = "profile.creator.updated.v1";

    CreatorContact toContact() {
        return new CreatorContact(
                creatorId,
                version,
                state.equals("ACTIVE"),
                displayName,
                languages.isEmpty() ? null : languages.getFirst(),
                timeZone,
                accounts.stream().collect(Collectors.toMap(AccountPart::accountId, AccountPart::handle)),
                contactChannels == null || !contactChannels.isEmpty());
    }

    record AccountPart(UUID accountId, String handle) {

        @Override
        public String toString() {
            return "AccountPart[" + accountId + "]";
        }
    }

    @Override
    public String toString() {
        return "CreatorUpdated[creatorId=" + creatorId + ", version=" + version + "]";
    }
}
