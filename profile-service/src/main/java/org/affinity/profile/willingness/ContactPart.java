package org.affinity.profile.willingness;

import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.profile.willingness.domain.Contact;
import org.affinity.profile.willingness.domain.ContactChannel;
import org.affinity.profile.willingness.domain.QuietHours;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How to reach a creator. */
@Schema(name = "ContactChannels", description = "How and when to reach a creator; no consent to do so.")
public record ContactPart(
        @Schema(description = "Id of the creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        UUID creatorId,

        @Schema(description = "Version of the creator; the ETag.", examples = "3")
        long version,

        @Schema(description = "Channels, in the creator's order.")
        List<ContactChannel> channels,

        @Schema(description = "When not to write; null when any time is fine.", nullable = true)
        QuietHours quietHours)
        implements Versioned {

    public ContactPart {
        channels = List.copyOf(channels);
    }

    static ContactPart of(UUID creatorId, long version, Contact contact) {
        return new ContactPart(creatorId, version, contact.channels(), contact.quietHours());
    }
}
