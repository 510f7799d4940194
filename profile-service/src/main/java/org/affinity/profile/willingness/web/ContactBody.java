package org.affinity.profile.willingness.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.affinity.profile.creator.domain.BrokenRules;
import org.affinity.profile.willingness.domain.Contact;
import org.affinity.profile.willingness.domain.ContactChannel;
import org.affinity.profile.willingness.domain.QuietHours;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Ways to reach a creator, as sent. */
@Schema(name = "ContactChannelsRequest", description = "How and when to reach a creator.")
record ContactBody(
        @Schema(description = "Channels, each kind and address once.") @NotNull @Size(max = 20)
        List<@NotNull @Valid ContactChannel> channels,

        @Schema(description = "When not to write; left out when any time is fine.", nullable = true) @Valid
        QuietHours quietHours) {

    /** The contact data, when they break no rule. */
    Contact checked() {
        var rules = new BrokenRules();
        Set<List<Object>> seen = new HashSet<>();
        boolean hasPreferred = false;
        for (int i = 0; i < channels.size(); i++) {
            ContactChannel channel = channels.get(i);
            String at = "/channels/" + i;
            rules.check(
                    channel.kind().fits(channel.address()),
                    at + "/address",
                    "address",
                    channel.kind().rule());
            rules.check(seen.add(List.of(channel.kind(), channel.address())), at, "unique", "repeats one before it");
            rules.check(!(channel.preferred() && hasPreferred), at + "/preferred", "single", "only one can come first");
            hasPreferred |= channel.preferred();
        }
        rules.check(
                quietHours == null || !quietHours.from().equals(quietHours.until()),
                "/quietHours",
                "period",
                "must not be empty; leave it out when any time is fine");
        rules.refuse();
        return new Contact(channels, quietHours);
    }

    /** Keeps addresses and numbers out of logs; also of a body that lacks its channels. */
    @Override
    public String toString() {
        return "ContactBody[hidden]";
    }
}
